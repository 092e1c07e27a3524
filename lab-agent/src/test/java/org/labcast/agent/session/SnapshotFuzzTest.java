package org.labcast.agent.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.fuzz.ReaderFuzz;

/** What a shell says of its state is its user's word: it may be anything. */
class SnapshotFuzzTest {
    private static final String HEADING = "@h4";
    private static final List<String> STATES = List.of("""
            @h4 folder
            /srv/lab
            @h4 mask
            0022
            @h4 switches
            set -e
            @h4 options
            shopt -s extglob
            set -o pipefail
            @h4 variables
            declare -a _labcast_arguments=([0]="a b" [1]="c")
            declare -x PATH="/usr/bin"
            LINES='one
            two'
            @h4 arguments
            2
            @h4 functions
            f () { echo "$1"; }
            @h4 aliases
            alias ll='ls -l'
            @h4 traps
            trap -- 'echo bye' EXIT
            @h4 end
            """, "@h4 folder\n/\n@h4 arguments\n0\n@h4 end\n");

    @TempDir
    private Path folder;

    @Test
    void isKeptAndRestoredOrNone() {
        ReaderFuzz.of("state of a shell")
                .inputs(STATES.stream().map(text -> text.getBytes(ISO_8859_1)).toList())
                .words(
                        "@h4 ",
                        "\n@h4 arguments\n",
                        "declare -",
                        "alias ",
                        "'",
                        "\"",
                        "$'",
                        "\\",
                        "\n",
                        "=",
                        "99999999999999999999")
                .tries(400)
                .read(input -> {
                    Optional<Snapshot> state = Snapshot.parse(CommandEnd.NONE, HEADING, new String(input, ISO_8859_1));
                    if (state.isPresent()) {
                        use(state.get());
                    }
                });
    }

    private void use(Snapshot state) throws java.io.IOException {
        for (ShellDialect dialect : ShellDialect.values()) {
            assertThat(state.restoring(dialect, List.of())).endsWith("\n");
        }
        assertThat(state.variable("PATH")).isNotNull();
        assertThat(state.folder()).isNotNull();
        assertThat(state.sameAs(Snapshot.FRESH)).isFalse();
        SessionFiles files = SessionFiles.in(folder, "alice");
        files.write(files.latest(), state);
        assertThat(files.read(files.latest())).contains(state);
        Files.delete(files.latest());
    }
}
