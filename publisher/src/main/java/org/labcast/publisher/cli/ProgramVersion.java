package org.labcast.publisher.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Which publisher this is: from the jar's manifest; run from class files, it is not known. */
final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return new String[] {"publisher " + Objects.requireNonNullElse(version, "development")};
    }
}
