package org.labcast.agent.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.agent.process.Launcher;

class RunFolderTest {
    @TempDir
    Path folder;

    /** Root may write to them whatever they say; an agent that is an ordinary user must own that right. */
    @Test
    void letsItsOwnUserWriteToTheShell() throws Exception {
        RunFolder run = RunFolder.create(folder, new Launcher(SessionHost.HOST).account(""), true);
        try {
            for (Path path : List.of(run.control(0), run.control(1), run.gone(), run.out(), run.err())) {
                assertThat(Files.getPosixFilePermissions(path))
                        .as(path.toString())
                        .contains(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
            }
        } finally {
            run.remove();
        }
    }
}
