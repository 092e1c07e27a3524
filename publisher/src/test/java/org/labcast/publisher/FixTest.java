package org.labcast.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.publisher.Desk.Said;

class FixTest {
    private static final String[] LINES = {"# nightly", "#@ timeout=90s", "  unmae -n \\", "   -r", "", "date # now"};

    @TempDir
    Path folder;

    private Desk desk;
    private Path fixed;

    @BeforeEach
    void start() {
        desk = Desk.withBroker(folder);
        fixed = folder.resolve("tasks.fixed.txt");
    }

    @AfterEach
    void stop() throws Exception {
        desk.close();
    }

    private void pushed() {
        desk.joined("lab-01").correcting(Map.of("unmae -n \\\n   -r", "uname -n \\\n   -r"));
        assertThat(desk.run("push", desk.tasks(LINES)).out()).contains("publisher fix ");
    }

    @Test
    void theCopyHoldsWhatRanAndAllElseAsItWas() throws IOException {
        pushed();
        Said said = desk.run("fix");
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out())
                .startsWith("""
                --- tasks.txt
                +++ tasks.fixed.txt
                @@ -1,6 +1,6 @@
                 # nightly
                 #@ timeout=90s
                -  unmae -n \\
                +  uname -n \\
                    -r
                """)
                .contains("typo: nearest name")
                .endsWith("publisher push " + fixed + "\n");
        assertThat(Files.readString(fixed))
                .isEqualTo("# nightly\n#@ timeout=90s\n  uname -n \\\n   -r\n\ndate # now\n");
        assertThat(desk.run("push", fixed.toString()).out()).doesNotContain("Corrected");
        Said nothing = desk.run("fix");
        assertThat(nothing.exit()).isEqualTo(1);
        assertThat(nothing.out()).contains("Nothing to fix");
    }

    @Test
    void weeksLaterOnAnotherMachineWithoutTheFile() throws IOException {
        pushed();
        Files.delete(folder.resolve("tasks.txt"));
        Said said = desk.run("fix", "last", "-o", "-");
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).isEqualTo("# nightly\n#@ timeout=90s\n  uname -n \\\n   -r\n\ndate # now\n");
        assertThat(said.err()).contains("+  uname -n");
        assertThat(fixed).doesNotExist();
    }

    @Test
    void nothingIsOverwrittenUnasked() throws IOException {
        pushed();
        Files.writeString(fixed, "mine\n");
        Said refused = desk.run("fix");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("tasks.fixed.txt is there already: --force overwrites it");
        assertThat(fixed).hasContent("mine");
        assertThat(desk.run("fix", "--force").exit()).isZero();
        assertThat(Files.readString(fixed)).contains("uname -n");
        assertThat(desk.run("fix", "-o", folder + "/nowhere/t.txt").err()).contains("there is no folder for");
    }

    @Test
    void aFileThatWasEditedSinceIsSaidSo() {
        pushed();
        desk.tasks("another");
        assertThat(desk.run("fix").out()).contains("tasks.txt has changed since");
    }

    @Test
    void whereHostsDifferTheLineStaysAndTheExitCodeSaysSo() {
        desk.joined("lab-01").correcting(Map.of("sl", "ls", "dtae", "date"));
        desk.joined("lab-02").correcting(Map.of("dtae", "date"));
        desk.run("push", desk.tasks("sl", "dtae"));
        Said said = desk.run("fix");
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.out())
                .contains(" sl\n-dtae\n+date\n")
                .contains("line 1, sl: hosts need different commands")
                .contains("lab-02: as it is written");
    }

    @Test
    void aReissuedJobHasItsFileToo() {
        desk.joined("lab-01").correcting(Map.of("sl", "ls"));
        desk.run("push", desk.tasks("sl"));
        desk.run("reissue", "last", "--host", "lab-01");
        assertThat(desk.run("fix").exit()).isZero();
        assertThat(fixed).hasContent("ls");
    }

    @Test
    void hostsThatHaveNotAnsweredAreFour() {
        desk.joined("lab-01").correcting(Map.of("sl", "ls"));
        desk.joined("lab-02");
        desk.run("push", desk.tasks("sl"), "--wait", "2s");
        assertThat(desk.run("fix").exit()).isEqualTo(4);
        assertThat(fixed).hasContent("ls");
    }
}
