package org.labcast.publisher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.terminal.Terminal;

/** Every command of the manual is one that the program takes, and every command of the program is in the manual. */
class ManualTest {
    private static final Path MANUAL = Path.of("..", "docs", "manual", "administrator.md");
    private static final Path SERVICES = Path.of("..", "docs", "manual", "services.md");
    private static final Path README = Path.of("..", "README.md");
    private static final Pattern INDENTED = Pattern.compile("(?m)^ {4,}publisher (.+)$");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    static Stream<List<String>> commands() throws IOException {
        String written = Files.readString(README) + Files.readString(MANUAL) + Files.readString(SERVICES);
        return INDENTED.matcher(written).results().map(line -> words(line.group(1)));
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isUnderstood(List<String> words) {
        assertThatCode(() -> PublisherCommand.commandLine(Terminal.ofProcess(), Wiring::of)
                        .parseArgs(words.toArray(String[]::new)))
                .doesNotThrowAnyException();
    }

    @Test
    void noCommandIsMissing() throws IOException {
        String manual = Files.readString(MANUAL);
        assertThat(PublisherCommand.commandLine(Terminal.ofProcess(), Wiring::of)
                        .getSubcommands()
                        .keySet())
                .allSatisfy(command -> assertThat(manual).contains("publisher " + command));
    }
}
