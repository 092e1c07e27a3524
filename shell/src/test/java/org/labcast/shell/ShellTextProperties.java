package org.labcast.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Random scripts are cut where the real shells cut them. */
class ShellTextProperties {
    private static RealShell sh;
    private static RealShell bash;

    @BeforeContainer
    static void start() {
        sh = new RealShell(Dialect.SH);
        bash = new RealShell(Dialect.BASH);
    }

    @AfterContainer
    static void stop() throws IOException {
        sh.close();
        bash.close();
    }

    @Provide
    Arbitrary<List<String>> sh() {
        return new Scripts(Dialect.SH).commands().list().ofMinSize(1).ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<String>> bash() {
        return new Scripts(Dialect.BASH).commands().list().ofMinSize(1).ofMaxSize(3);
    }

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    void dashCutsThemTheSameWay(@ForAll("sh") List<String> commands) {
        compare(String.join("\n", commands), Dialect.SH, sh);
    }

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    void bashCutsThemTheSameWay(@ForAll("bash") List<String> commands) {
        compare(String.join("\n", commands), Dialect.BASH, bash);
    }

    /** What a slip of the finger makes of a script is refused, or cut where the real shell cuts it. */
    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    void damagedOnesToo(@ForAll("bash") List<String> commands, @ForAll int seed) {
        String command = String.join("\n", commands);
        int at = Math.floorMod(seed, command.length());
        String damaged = command.substring(0, at) + command.substring(at + 1);
        Assume.that(bash.isComplete(damaged));
        if (catchThrowable(() -> ShellText.commands(damaged, Dialect.BASH)) == null) {
            compare(damaged, Dialect.BASH, bash);
        }
    }

    private static void compare(String text, Dialect dialect, RealShell real) {
        Assume.that(real.accepts(text));
        for (CompleteCommand command : ShellText.commands(text, dialect)) {
            assertThat(real.isComplete(command.text())).as(command.text()).isTrue();
            List<String> lines = command.text().lines().toList();
            for (int count = 1; count < lines.size(); count++) {
                String begin = String.join("\n", lines.subList(0, count));
                // A line that is only a backslash counts as complete at the end of a file.
                assertThat(begin.strip().equals("\\") || !real.isComplete(begin))
                        .as(begin)
                        .isTrue();
            }
        }
    }
}
