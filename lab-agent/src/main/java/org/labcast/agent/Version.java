package org.labcast.agent;

import java.util.Objects;

/** Which agent this is. */
public final class Version {
    /** From the jar's manifest; run from class files, it is not known. */
    public static final String TEXT =
            Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");

    private Version() {}
}
