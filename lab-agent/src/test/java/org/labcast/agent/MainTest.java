package org.labcast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.model.Bytes;
import org.labcast.transport.pgp.SecretKey;
import picocli.CommandLine;

class MainTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void sign() throws IOException {
        SecretKey key = SecretKey.generate("Ann", Clock.systemUTC());
        Bytes payload = Bytes.utf8("payload");
        Files.write(folder.resolve("payload"), payload.toArray());
        Files.write(folder.resolve("signature"), key.sign(payload).toArray());
        Files.writeString(folder.resolve("trust"), key.certificate().armored());
        Files.writeString(folder.resolve("garbage"), "garbage");
    }

    private int run(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private int verify(String signature, String trust, String payload) {
        return run(
                "verify",
                "--signature",
                folder.resolve(signature).toString(),
                "--certificates",
                folder.resolve(trust).toString(),
                folder.resolve(payload).toString());
    }

    @Test
    void verifyAcceptsRefusesAndTellsWrongUsage() {
        assertThat(verify("signature", "trust", "payload")).isZero();
        assertThat(verify("signature", "trust", "garbage")).isEqualTo(5);
        assertThat(verify("garbage", "trust", "payload")).isEqualTo(5);
        assertThat(verify("signature", "garbage", "payload")).isEqualTo(5);
        assertThat(verify("signature", "trust", "absent")).isEqualTo(64);
        assertThat(verify("absent", "trust", "payload")).isEqualTo(64);
        assertThat(verify("signature", "absent", "payload")).isEqualTo(64);
        assertThat(run("verify")).isEqualTo(64);
        assertThat(out.toString()).contains("accepted: signed by ");
        assertThat(err.toString()).contains("refused: BAD_SIGNATURE");
    }

    @Test
    void saysInOneSentenceWhatIsWrong() {
        assertThat(run("status", "--config", folder.toString(), "--state", folder.toString()))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("'lab-agent join INVITATION' writes it")
                .doesNotContain("\tat ");
    }

    @Test
    void showsTheStackToThoseWhoAskForIt() {
        assertThat(run("status", "--stacktrace", "--config", folder.toString(), "--state", folder.toString()))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("'lab-agent join INVITATION' writes it")
                .contains("\tat org.labcast.agent.");
    }

    /** Ledger and lock, password and key: another account could read them, or hold the lock. */
    @Test
    void foldersThatOthersMayReadAreClosedAtTheStart() throws IOException {
        Path config = open("config");
        Path state = open("state");

        assertThat(run("run", "--config", config.toString(), "--state", state.toString()))
                .isEqualTo(1);

        assertThat(mode(config)).isEqualTo("rwx------");
        assertThat(mode(state)).isEqualTo("rwx------");
        assertThat(mode(state.resolve("lock"))).isEqualTo("rw-------");
    }

    private Path open(String name) throws IOException {
        Path made = Files.createDirectory(folder.resolve(name));
        return Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void aGarbledInvitationChangesNothing() {
        Path config = folder.resolve("config");

        assertThat(run("join", folder.resolve("garbage").toString(), "--config", config.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("is not an invitation");
        assertThat(config).doesNotExist();
    }

    @Test
    void helpsAndSaysItsVersion() {
        assertThat(run("--help")).isZero();
        assertThat(run("--version")).isZero();
        assertThat(run()).isEqualTo(64);
        assertThat(run("dance")).isEqualTo(64);
        assertThat(out.toString()).contains("Examples:", "lab-agent ");
    }
}
