package org.labcast.agent.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.agent.exec.Account;

final class RunFolderTest {
    private static final Account SELF = new Account("self", 0, 0, "/");

    @TempDir
    Path folder;

    private Set<PosixFilePermission> control(boolean own) throws Exception {
        RunFolder run = RunFolder.create(folder, SELF, own);
        try {
            return Files.getPosixFilePermissions(run.control(0));
        } finally {
            run.remove();
        }
    }

    /** An agent that is no root is kept out by a mode as anybody is. */
    @Test
    void theAgentMayWriteToItsOwnShell() throws Exception {
        assertThat(control(true))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
}
