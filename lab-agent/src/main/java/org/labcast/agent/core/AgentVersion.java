package org.labcast.agent.core;

import java.util.Objects;

/** Which agent this is. */
public final class AgentVersion {
    /** From the jar's manifest; run from class files, it is not known. */
    public static final String TEXT =
            Objects.requireNonNullElse(AgentVersion.class.getPackage().getImplementationVersion(), "development");

    private AgentVersion() {}
}
