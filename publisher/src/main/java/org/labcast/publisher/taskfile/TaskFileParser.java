package org.labcast.publisher.taskfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.labcast.model.Bytes;
import org.labcast.model.InvalidValueException;
import org.labcast.model.Job;
import org.labcast.model.Task;
import org.labcast.publisher.text.Utf8Text;

/** Parses one task file; collects its errors, so that one reading shows them all. */
final class TaskFileParser {
    /** More errors than anybody mends in one go. */
    private static final int MOST_ERRORS = 20;

    private static final String MARK = "#@";

    private final String name;
    private final String path;
    private final List<Finding> errors = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();

    /** Options of the first block in the file: they are for every command. */
    private final Map<String, String> forJob = new HashMap<>();

    /** Options of the block directly above the next command. */
    private final Map<String, String> forCommand = new HashMap<>();

    private enum Block {
        BEFORE_FIRST,
        FOR_JOB,
        NONE,
        FOR_COMMAND
    }

    private Block block = Block.BEFORE_FIRST;
    private String logAddress = "";

    TaskFileParser(String name, String path) {
        this.name = name;
        this.path = path;
    }

    TaskFile parse(byte[] content) {
        Utf8Text decoded = Utf8Text.decode(content);
        if (content.length > TaskFile.LARGEST) {
            error(1, 1, "the file is larger than " + TaskFile.LARGEST / 1024 + " KiB: split it");
        } else if (!decoded.complete()) {
            error(decoded.lines(), decoded.endColumn(), "not UTF-8 text");
        } else {
            read(decoded.text().lines().toList());
        }
        if (errors.isEmpty() && tasks.isEmpty()) {
            error(1, 1, "the file has no command");
        }
        if (!errors.isEmpty()) {
            throw new TaskFileException(errors);
        }
        return new TaskFile(name, tasks, logAddress, warnings, Optional.of(TaskSource.of(path, Bytes.of(content))));
    }

    private void read(List<String> lines) {
        int last = lastCommandLine(lines);
        int i = 0;
        while (i < lines.size() && errors.size() < MOST_ERRORS) {
            String line = lines.get(i).strip();
            if (!printable(lines.get(i), i)) {
                i++;
            } else if (line.startsWith(MARK)) {
                options(lines.get(i), i++);
            } else if (line.startsWith("#")) {
                i++;
            } else if (line.isEmpty()) {
                endBlock(i++);
            } else if (i == last && !tasks.isEmpty() && IpAddress.is(line)) {
                logAddress = line;
                i++;
            } else {
                i = command(lines, i);
            }
        }
        endBlock(lines.size());
    }

    /** Index of the last line that is neither blank nor a comment, -1 when there is none. */
    private static int lastCommandLine(List<String> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                return i;
            }
        }
        return -1;
    }

    private boolean printable(String line, int index) {
        for (int column = 0; column < line.length(); column++) {
            char c = line.charAt(column);
            if (Character.isISOControl(c) && c != '\t') {
                error(index + 1, column + 1, String.format("control character U+%04X: remove it", (int) c));
                return false;
            }
        }
        return true;
    }

    private void options(String line, int index) {
        block = switch (block) {
            case BEFORE_FIRST, FOR_JOB -> Block.FOR_JOB;
            case NONE, FOR_COMMAND -> Block.FOR_COMMAND;
        };
        int start = line.indexOf(MARK) + MARK.length();
        try {
            List<OptionWords.Word> words = OptionWords.split(line, start);
            if (words.isEmpty()) {
                error(index + 1, start + 1, "an option belongs here, such as timeout=90s");
            }
            words.forEach(word -> option(word, index));
        } catch (InvalidValueException e) {
            error(index + 1, start + 1, e.getMessage());
        }
    }

    private void option(OptionWords.Word word, int index) {
        try {
            OptionReader.add(word.text(), block == Block.FOR_JOB ? forJob : forCommand);
        } catch (InvalidValueException e) {
            error(index + 1, word.start() + 1, e.getMessage());
        }
    }

    /** A blank line or the end of the file: options for a command must have met it by now. */
    private void endBlock(int index) {
        if (block == Block.FOR_COMMAND) {
            error(
                    index,
                    1,
                    "options stand directly above their command, those for all commands at the top of the file");
        }
        block = block == Block.BEFORE_FIRST ? block : Block.NONE;
        forCommand.clear();
    }

    /** Takes the command that begins at a line; returns the index of the line after its last. */
    private int command(List<String> lines, int first) {
        int next = first + 1;
        StringBuilder text = new StringBuilder(lines.get(first));
        while (continues(text)) {
            text.setLength(text.length() - 1);
            if (next == lines.size()) {
                error(next, lines.get(next - 1).length(), "nothing follows the '\\' that continues this line");
                return next;
            }
            if (!printable(lines.get(next), next)) {
                return next + 1;
            }
            text.append(lines.get(next++));
        }
        add(text.toString().strip(), first + 1);
        block = Block.NONE;
        forCommand.clear();
        return next;
    }

    /** An odd number of backslashes ends a continued line; an even number is escaped backslashes. */
    static boolean continues(CharSequence text) {
        int backslashes = 0;
        while (backslashes < text.length() && text.charAt(text.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private void add(String command, int line) {
        if (command.isEmpty()) {
            error(line, 1, "a continued line without a command");
        } else if (command.length() > Task.LONGEST) {
            error(line, Task.LONGEST + 1, "a command has at most " + Task.LONGEST + " characters");
        } else if (tasks.size() == Job.MOST_TASKS) {
            error(line, 1, "a job has at most " + Job.MOST_TASKS + " commands: split the file");
        } else {
            if (IpAddress.is(command)) {
                warnings.add(
                        new Finding(
                                path,
                                line,
                                1,
                                Finding.Severity.WARNING,
                                "only an IP address in the last line, below commands, is a log address: this one is run as a command"));
            }
            Map<String, String> options = new HashMap<>(forJob);
            options.putAll(forCommand);
            tasks.add(new Task(command, line, OptionReader.build(options)));
        }
    }

    private void error(int line, int column, String message) {
        errors.add(new Finding(path, line, column, Finding.Severity.ERROR, message));
    }
}
