package org.labcast.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a real shell says of a text without running it. One process asks {@code SHELL -n} again and again, so that a question costs a
 * millisecond.
 */
final class RealShell implements AutoCloseable {
    private static final String LOOP = "while read -r f; do \"$0\" -n \"$f\" 2>/dev/null; echo $?; done";

    private final Path file;
    private final Process process;
    private final Writer questions;
    private final BufferedReader answers;

    RealShell(Dialect dialect) {
        try {
            file = Files.createTempFile("shell", ".sh");
            process = new ProcessBuilder("sh", "-c", LOOP, dialect == Dialect.BASH ? "bash" : "dash")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        questions = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    boolean accepts(String text) {
        try {
            Files.writeString(file, text);
            questions.write(file + "\n");
            questions.flush();
            return "0".equals(answers.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether a shell that has read these lines runs them before it reads the next one. At the end of a file shells forgive a
     * here-document without its end and a backslash with nothing behind it: what follows shows that they were still open.
     */
    boolean isComplete(String lines) {
        return accepts(lines + "\n") && accepts(lines + "\n zz() { :; }\n") && !accepts(lines + "\n)\n");
    }

    @Override
    public void close() throws IOException {
        questions.close();
        process.destroy();
        Files.deleteIfExists(file);
    }
}
