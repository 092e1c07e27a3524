package org.labcast.agent.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.model.Bytes;
import org.labcast.model.result.Ending;
import org.labcast.model.result.Output;
import org.labcast.model.result.OutputStreamName;

class CommandOutputTest {
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void muchOutputIsBoundedAndCounted() {
        TestHost host = new TestHost(folder);

        CommandResult result = host.run("head -c 100000000 /dev/zero; echo end; echo error >&2");

        Output out = result.out();
        assertThat(result.ending()).isEqualTo(new Ending.Exited(0));
        assertThat(out.total()).isEqualTo(100_000_004);
        assertThat(out.head().size()).isEqualTo(32 << 10);
        assertThat(out.tail().size()).isEqualTo(32 << 10);
        assertThat(out.tail().text()).endsWith("\0end\n");
        assertThat(out.kept()).isEqualTo(MEBIBYTE);
        assertThat(out.sha256()).isEqualTo(Bytes.of(new byte[MEBIBYTE]).sha256());
        assertThat(result.err().head().text()).isEqualTo("error\n");
    }

    @Test
    void aChattyCommandRunsIntoItsTimeoutAndNothingElse() {
        TestHost host = new TestHost(folder);

        CommandResult result = host.run("yes", TestHost.timeout(Duration.ofSeconds(1)));

        assertThat(result.ending()).isEqualTo(new Ending.TimedOut(Duration.ofSeconds(1)));
        assertThat(result.out().total()).isGreaterThan(10 * MEBIBYTE);
        assertThat(result.out().kept()).isEqualTo(MEBIBYTE);
    }

    @Test
    void everyByteComesThrough() {
        TestHost host = new TestHost(folder);
        byte[] all = new byte[256];
        StringBuilder octal = new StringBuilder();
        for (int i = 0; i < 256; i++) {
            all[i] = (byte) i;
            octal.append(String.format("\\%03o", i));
        }

        assertThat(host.run("printf '" + octal + "'").out()).isEqualTo(Output.of(Bytes.of(all)));
    }

    @Test
    void whatIsKeptIsForTheAgentsEyesOnly() throws Exception {
        TestHost host = new TestHost(folder);

        host.run("echo out; echo err >&2");

        Path job = folder.resolve("spool").resolve(host.job.value());
        assertThat(host.spool.read(host.job, 0, 0, OutputStreamName.OUT, 0, 99)).contains(Bytes.utf8("out\n"));
        assertThat(host.spool.read(host.job, 0, 0, OutputStreamName.ERR, 1, 2)).contains(Bytes.utf8("rr"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(job)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(job.resolve("0-0.out"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aDiskThatIsFullCostsTheFileNotTheOutcome() throws Exception {
        assumeTrue(CommandRunnerTest.isRoot(), "only root may mount a small disk");
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                succeeds("mount", "-t", "tmpfs", "-o", "size=64k", "labcast-test", disk.toString()),
                "this machine lets nobody mount");
        try {
            TestHost host = new TestHost(disk);

            CommandResult result = host.run("head -c 1000000 /dev/zero; echo end; exit 5");

            assertThat(result.ending()).isEqualTo(new Ending.Exited(5));
            assertThat(result.out().total()).isEqualTo(1_000_004);
            assertThat(result.out().tail().text()).endsWith("end\n");
            assertThat(result.out().kept()).isBetween(1L, 65_536L);
            assertThat(result.out().sha256())
                    .isEqualTo(Bytes.of(new byte[(int) result.out().kept()]).sha256());
            assertThat(host.run("echo still works").ending()).isEqualTo(new Ending.Exited(0));
        } finally {
            succeeds("umount", disk.toString());
        }
    }

    private static boolean succeeds(String... arguments) throws Exception {
        return new ProcessBuilder(arguments).redirectErrorStream(true).start().waitFor() == 0;
    }
}
