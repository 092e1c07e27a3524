package org.labcast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labcast.model.Bytes;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.SecretKey;
import picocli.CommandLine;

/** {@code lab-agent verify} as it is typed. */
class VerifyCommandTest {
    private static final Path CORPUS =
            Path.of(System.getProperty("labcast.corpus", ".")).resolve("openpgp");
    private static final SecretKey KEY = SecretKey.generate("Ann", Clock.systemUTC());

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void sign() throws IOException {
        Bytes payload = Bytes.utf8("payload");
        Files.write(folder.resolve("payload"), payload.toArray());
        Files.write(folder.resolve("sig"), KEY.sign(payload).toArray());
        Files.writeString(folder.resolve("trust.pgp"), KEY.certificate().armored());
        Files.createFile(folder.resolve("empty"));
        Files.createDirectory(folder.resolve("folder"));
    }

    private int run(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private int verify(Path in, String signature, String certificates, String payload) {
        return run(
                "verify",
                "--signature",
                in.resolve(signature).toString(),
                "--certificates",
                in.resolve(certificates).toString(),
                in.resolve(payload).toString());
    }

    @Tag("corpus")
    @Test
    void judgesTheCorpusAsItsManifestSays() throws IOException {
        Path manifest = CORPUS.resolve("manifest.json");
        List<String> surprises = new ArrayList<>();
        for (var entry : Codec.decode(Bytes.of(Files.readAllBytes(manifest)), Object[].class)) {
            var fields = (Map<?, ?>) entry;
            int expected = fields.get("class").equals("accept") ? 0 : 5;
            int exit = verify(CORPUS.resolve((String) fields.get("id")), "sig", "trust.pgp", "payload");
            if (exit != expected) {
                surprises.add(fields.get("id") + ": exit " + exit + " (" + fields.get("why") + ")");
            }
        }
        assertThat(surprises).isEmpty();
        assertThat(err.toString().lines()).allMatch(line -> line.startsWith("lab-agent: refused: "));
    }

    @Test
    void saysWhoSignedAndWhen() {
        assertThat(verify(folder, "sig", "trust.pgp", "payload")).isZero();

        assertThat(out.toString())
                .startsWith("accepted: signed by " + KEY.fingerprint() + " at 20")
                .endsWith("Z\n");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void takesAFolderOfCertificates() {
        assertThat(verify(folder, "sig", ".", "payload")).isZero();
        assertThat(verify(folder, "sig", "folder", "payload")).isEqualTo(5);
        assertThat(err.toString()).startsWith("lab-agent: refused: UNKNOWN_SIGNER");
    }

    @ParameterizedTest
    @CsvSource({"empty,trust.pgp,payload", "sig,empty,payload", "sig,trust.pgp,empty", "payload,trust.pgp,payload"})
    void refusesWhatIsEmptyOrGarbled(String signature, String certificates, String payload) {
        assertThat(verify(folder, signature, certificates, payload)).isEqualTo(5);

        assertThat(err.toString().lines()).singleElement().asString().startsWith("lab-agent: refused: ");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "absent,trust.pgp,payload,it does not exist",
        "sig,absent,payload,it does not exist",
        "sig,trust.pgp,absent,it does not exist",
        "folder,trust.pgp,payload,is a folder",
        "sig,trust.pgp,folder,is a folder",
    })
    void aFileThatCannotBeReadIsWrongUsage(String signature, String certificates, String payload, String why) {
        assertThat(verify(folder, signature, certificates, payload)).isEqualTo(64);

        assertThat(err.toString()).contains(why).doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "payload", "--signature sig payload", "--certificates trust payload", "--dance a b c"})
    void missingOrUnknownOptionsAreWrongUsage(String arguments) {
        List<String> words = new ArrayList<>(List.of("verify"));
        Arrays.stream(arguments.split(" ")).filter(word -> !word.isEmpty()).forEach(words::add);

        assertThat(run(words.toArray(String[]::new))).isEqualTo(64);

        assertThat(err.toString()).contains("Try 'lab-agent verify --help'.").doesNotContain("Exception");
    }

    @Test
    void helps() {
        assertThat(run("verify", "--help")).isZero();
        assertThat(out.toString()).contains("--certificates=TRUST", "Example:");
    }
}
