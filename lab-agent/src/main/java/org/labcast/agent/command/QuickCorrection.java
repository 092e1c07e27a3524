package org.labcast.agent.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.labcast.model.result.Output;

/**
 * {@code lab-agent correct} with the usual arguments, which are read by hand: the command line's library takes longer to start than
 * the question to answer. All else, wrong usage included, is left to {@link CorrectCommand}.
 */
public final class QuickCorrection {
    private @Nullable String command;
    private @Nullable String exit;
    private @Nullable String output;
    private boolean json;
    private boolean jsonl;

    private QuickCorrection() {}

    /** The exit code; nothing when the arguments are not the usual ones, and then nothing was read or written. */
    public static OptionalInt answer(String... args) {
        QuickCorrection quick = new QuickCorrection();
        return args.length > 1 && args[0].equals("correct") && quick.takes(args) ? quick.answer() : OptionalInt.empty();
    }

    private boolean takes(String... args) {
        for (int i = 1; i < args.length; i++) {
            String word = args[i];
            boolean valued = i + 1 < args.length && !args[i + 1].startsWith("-");
            if (word.equals("--exit") && exit == null && valued) {
                exit = args[++i];
            } else if (word.equals("--output") && output == null && valued) {
                output = args[++i];
            } else if (word.equals("--json") && !json) {
                json = true;
            } else if (word.equals("--jsonl") && !jsonl) {
                jsonl = true;
            } else if (command == null && !word.startsWith("-") && !word.startsWith("@") && !word.isEmpty()) {
                command = word;
            } else {
                return false;
            }
        }
        boolean alone = command == null && exit == null && output == null && !json;
        boolean code = exit == null || exit.matches("[0-9]{1,2}|1[0-9]{2}|2[0-4][0-9]|25[0-5]");
        return code && (jsonl ? alone : command != null);
    }

    private OptionalInt answer() {
        Optional<Output> said = Optional.empty();
        if (output != null) {
            try {
                said = Optional.of(CorrectionAnswers.read(output));
            } catch (IOException e) {
                // CorrectCommand meets the same fault, and says so as it says all others.
                return OptionalInt.empty();
            }
        }
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        CorrectionAnswers answers = new CorrectionAnswers(out, CorrectionAnswers.usualRules());
        int code = jsonl || command == null
                ? answers.cases()
                : answers.recorded(command, exit == null ? 1 : Integer.parseInt(exit), said, json);
        out.flush();
        return OptionalInt.of(code);
    }
}
