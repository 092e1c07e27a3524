package org.labcast.correction.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The appendix of the manual is the table itself; {@code -Dlabcast.writeManual=true} rewrites it. */
final class EffectsManualTest {
    private static final Path MANUAL = Path.of("../docs/manual/effects.md");

    @Test
    void theAppendixIsTheTable() throws IOException {
        String manual = render();
        if (Boolean.getBoolean("labcast.writeManual")) {
            Files.writeString(MANUAL, manual);
        }

        assertThat(Files.readString(MANUAL)).isEqualTo(manual);
    }

    private static String render() throws IOException {
        StringBuilder page = new StringBuilder("""
                # What commands do

                This page is made from `effects.txt`, the table by which a correction is judged ([Corrections](corrections.md)). A call that
                no line allows is *unknown*: a correction to it is shown and never run.

                *looks* changes nothing; *repeatable* leaves the same state however often it runs; *additive* only adds something; *changes*
                and *destroys* never run as a correction, and stand here to be told apart from their neighbours. `-n:` takes a value, `-n?`
                may have one in the same word, `~name` is a long name behind one dash, `*` stands for any option, `-#` for a number; the line
                is about calls with an option that ends in `!`. *root*: a refusal may be answered with sudo, where job and host allow it.
                """);
        for (String line : table().lines().toList()) {
            if (line.startsWith("# -- ")) {
                page.append("\n## ")
                        .append(title(line))
                        .append("\n\n| call | effect | options | operands |\n|---|---|---|---|\n");
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] columns = line.strip().split(" *\\| *", -1);
                page.append("| `" + columns[0] + "` | " + columns[1] + " | " + code(columns[2]) + " | "
                        + code(columns[3]) + " |\n");
            }
        }
        return page.toString();
    }

    private static String title(String line) {
        String name = line.replaceAll("^# -- | -+$", "");
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String code(String text) {
        return text.isBlank() ? "" : "`" + text + "`";
    }

    private static String table() throws IOException {
        try (InputStream in = Objects.requireNonNull(EffectTables.class.getResourceAsStream("effects.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
