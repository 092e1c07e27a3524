package org.labcast.publisher.taskfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.labcast.model.Bytes;
import org.labcast.model.InvalidValueException;
import org.labcast.model.Job;
import org.labcast.model.Script;
import org.labcast.model.ShellSession;
import org.labcast.model.Task;
import org.labcast.model.TaskOptions;
import org.labcast.publisher.text.Utf8Text;
import org.labcast.shell.CompleteCommand;
import org.labcast.shell.Dialect;
import org.labcast.shell.ShellSyntaxException;
import org.labcast.shell.ShellText;
import org.labcast.shell.SimpleCommand;

/** Parses one task file; collects its errors, so that one reading shows them all. */
final class TaskFileParser {
    /** More errors than anybody mends in one go. */
    private static final int MOST_ERRORS = 20;

    private static final String MARK = "#@";
    private static final String BASH_HINT = "; for bash, write #!/bin/bash as the first line";

    private final String name;
    private final String path;
    private final List<Finding> errors = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();

    /** Options of blocks that a blank line follows, above the first command: they are for every command. */
    private final Map<String, String> forJob = new HashMap<>();

    /** Options directly above the next command. */
    private final Map<String, String> above = new LinkedHashMap<>();

    private int optionLine = -1;
    private String shell = TaskOptions.DEFAULT.shell();
    private String text = "";
    private List<TextLine> lines = List.of();
    private String logAddress = "";

    TaskFileParser(String name, String path) {
        this.name = name;
        this.path = path;
    }

    TaskFile parse(byte[] content) {
        Utf8Text decoded = Utf8Text.decode(content);
        if (content.length > TaskFile.LARGEST) {
            error(1, 1, "the file is larger than " + TaskFile.LARGEST / 1024 + " KiB: split it");
        } else if (isUtf16(content)) {
            error(1, 1, "the file is UTF-16 text: convert it with iconv -f UTF-16 -t UTF-8");
        } else if (!decoded.complete()) {
            error(decoded.lines(), decoded.endColumn(), "not UTF-8 text");
        } else {
            // Where a line ends is the same for every editor; the shell must not see a carriage return.
            text = decoded.text().replace("\r\n", "\n").replace('\r', '\n');
            lines = TextLine.of(text);
            read();
        }
        if (errors.isEmpty() && tasks.isEmpty()) {
            error(1, 1, "the file has no command");
        }
        if (!errors.isEmpty()) {
            throw new TaskFileException(errors);
        }
        return new TaskFile(
                name, tasks, session(), logAddress, warnings, Optional.of(TaskSource.of(path, Bytes.of(content))));
    }

    private static boolean isUtf16(byte[] content) {
        return content.length > 1
                && ((content[0] == (byte) 0xFE && content[1] == (byte) 0xFF)
                        || (content[0] == (byte) 0xFF && content[1] == (byte) 0xFE));
    }

    private Optional<ShellSession> session() {
        boolean typed = tasks.stream().anyMatch(task -> task.script().isEmpty());
        return typed && !isIsolated()
                ? Optional.of(new ShellSession(shell, forJob.getOrDefault("cwd", "")))
                : Optional.empty();
    }

    private boolean isIsolated() {
        return forJob.containsKey("state");
    }

    private void read() {
        Optional<ShebangLine> shebang = ShebangLine.of(text);
        int first = shebang.isPresent() ? 1 : 0;
        if (shebang.isPresent() && shebang.get().shell().isEmpty()) {
            wholeFile(shebang.get());
            return;
        }
        shebang.flatMap(ShebangLine::shell).ifPresent(named -> {
            shell = named;
            forJob.put("shell", named);
        });
        for (int i = 0; i < lines.size(); i++) {
            if (!printable(i)) {
                return;
            }
        }
        shebang.flatMap(ShebangLine::settings).ifPresent(settings -> add(settings, 0, List.of()));
        int last = lastCommandLine();
        int i = first;
        while (i < lines.size() && errors.size() < MOST_ERRORS) {
            String line = lines.get(i).text().strip();
            if (line.startsWith(MARK)) {
                i = options(i);
            } else if (line.isEmpty()) {
                endBlock(i++);
            } else if (line.startsWith("#")) {
                i++;
            } else if (i == last && !tasks.isEmpty() && IpAddress.is(line)) {
                logAddress = line;
                i++;
            } else {
                i = command(i);
            }
        }
        endBlock(lines.size());
    }

    /** The file of another interpreter is one task. */
    private void wholeFile(ShebangLine shebang) {
        int i = 1;
        while (i < lines.size() && lines.get(i).text().strip().startsWith(MARK)) {
            i = options(i);
        }
        try {
            Map<String, String> options = new HashMap<>(above);
            above.clear();
            task(new Task(text, 1, OptionReader.build(options), new Script(shebang.interpreter())));
        } catch (InvalidValueException e) {
            error(1, 1, e.getMessage());
        }
    }

    /** Index of the last line that is neither blank nor a comment, -1 when there is none. */
    private int lastCommandLine() {
        for (int i = lines.size() - 1; i >= 0; i--) {
            String line = lines.get(i).text().strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                return i;
            }
        }
        return -1;
    }

    private boolean printable(int index) {
        String line = lines.get(index).text();
        for (int column = 0; column < line.length(); column++) {
            char c = line.charAt(column);
            if (Character.isISOControl(c) && c != '\t') {
                error(index + 1, column + 1, String.format("control character U+%04X: remove it", (int) c));
                return false;
            }
        }
        return true;
    }

    /** Takes a line of options; returns the index of the line to go on with. */
    private int options(int index) {
        String line = lines.get(index).text();
        int start = line.indexOf(MARK) + MARK.length();
        optionLine = index;
        try {
            List<OptionWords.Word> words = OptionWords.split(line, start);
            if (words.isEmpty()) {
                error(index + 1, start + 1, "an option belongs here, such as timeout=90s");
            } else if (words.get(0).text().equals("script")) {
                words.stream().skip(1).forEach(word -> option(word, index));
                return script(index);
            }
            words.forEach(word -> option(word, index));
        } catch (InvalidValueException e) {
            error(index + 1, start + 1, e.getMessage());
        }
        return index + 1;
    }

    private void option(OptionWords.Word word, int index) {
        try {
            OptionReader.add(word.text(), above);
        } catch (InvalidValueException e) {
            error(index + 1, word.start() + 1, e.getMessage());
        }
    }

    /** The lines between {@code #@ script} and {@code #@ end} are one task. */
    private int script(int index) {
        int end = index + 1;
        while (end < lines.size() && !lines.get(end).text().strip().equals(MARK + " end")) {
            end++;
        }
        if (end == lines.size()) {
            error(index + 1, 1, "this script is never ended by a line '#@ end'");
            return end;
        }
        StringBuilder body = new StringBuilder();
        lines.subList(index + 1, end).forEach(line -> body.append(line.text()).append('\n'));
        if (body.toString().isBlank()) {
            error(index + 1, 1, "this script is empty");
            return end + 1;
        }
        Map<String, String> options = new HashMap<>(forJob);
        options.putAll(above);
        options.remove("state");
        TaskOptions built = build(options, false);
        above.clear();
        task(new Task(body.toString(), index + 2, built, new Script(List.of(built.shell()))));
        return end + 1;
    }

    /**
     * A blank line or the end of the file: options above the first command are for all commands, others must have met theirs
     * by now.
     */
    private void endBlock(int index) {
        if (above.isEmpty()) {
            return;
        }
        if (tasks.stream().allMatch(task -> task.line() == 0) && index < lines.size()) {
            above.forEach((option, value) -> {
                if (forJob.putIfAbsent(option, value) != null && !(option.equals("shell") && value.equals(shell))) {
                    error(optionLine + 1, 1, option + " is given twice");
                }
            });
            shell = forJob.getOrDefault("shell", shell);
        } else {
            error(
                    optionLine + 1,
                    1,
                    "options stand directly above their command, those for all commands at the top of the file, followed by"
                            + " a blank line");
        }
        above.clear();
    }

    /** Takes the whole command that begins in a line; returns the index of the line after its last. */
    private int command(int first) {
        TextLine line = lines.get(first);
        int margin = line.text().length() - line.text().stripLeading().length();
        try {
            CompleteCommand command = ShellText.commandAt(text, line.start() + margin, dialect());
            add(command.text(), first + 1, command.commands());
            above.clear();
            int next = first;
            while (next < lines.size() && lines.get(next).start() < command.end()) {
                next++;
            }
            return Math.max(next, first + 1);
        } catch (ShellSyntaxException e) {
            int at = lineOf(e.offset());
            error(at + 1, e.offset() - lines.get(at).start() + 1, e.getMessage() + (isBash(first) ? BASH_HINT : ""));
            // What follows cannot be told from what belongs to this.
            above.clear();
            return lines.size();
        }
    }

    /** Bash's own words under another shell explain an error better than the error itself. */
    private boolean isBash(int first) {
        return dialect() == Dialect.SH
                && lines.subList(first, lines.size()).stream()
                        .limit(3)
                        .anyMatch(line ->
                                line.text().contains("[[") || line.text().contains("=("));
    }

    private Dialect dialect() {
        String named = above.getOrDefault("shell", shell);
        return named.endsWith("bash") ? Dialect.BASH : Dialect.SH;
    }

    private int lineOf(int offset) {
        int at = 0;
        while (at + 1 < lines.size() && lines.get(at + 1).start() <= offset) {
            at++;
        }
        return at;
    }

    private void add(String command, int line, List<SimpleCommand> commands) {
        if (command.length() > Task.LONGEST) {
            error(line, 1, "a command has at most " + Task.LONGEST + " characters");
            return;
        }
        Map<String, String> options = new HashMap<>(forJob);
        options.putAll(above);
        if (above.containsKey("state")) {
            error(optionLine + 1, 1, "state=off is for the whole file: write it at the top, followed by a blank line");
        }
        options.remove("state");
        if (IpAddress.is(command)) {
            warn(
                    line,
                    1,
                    "only an IP address in the last line, below commands, is a log address: this one is run as a command");
        }
        if (line > 0) {
            new Surprises(text, dialect() == Dialect.BASH, (offset, message) -> {
                        int at = lineOf(offset);
                        warn(at + 1, offset - lines.get(at).start() + 1, message);
                    })
                    .look(
                            command,
                            lines.get(line - 1).start()
                                    + lines.get(line - 1).text().indexOf(firstLine(command)),
                            commands);
        }
        task(new Task(command, line, build(options, !isIsolated() && !above.containsKey("cwd"))));
    }

    private static String firstLine(String command) {
        int end = command.indexOf('\n');
        return end < 0 ? command : command.substring(0, end);
    }

    /** @param begins whether a folder for the whole file is only where its shell begins */
    private static TaskOptions build(Map<String, String> options, boolean begins) {
        Map<String, String> own = new HashMap<>(options);
        if (begins) {
            own.remove("cwd");
        }
        return OptionReader.build(own);
    }

    private void task(Task task) {
        if (tasks.size() == Job.MOST_TASKS) {
            error(task.line(), 1, "a job has at most " + Job.MOST_TASKS + " commands: split the file");
        } else {
            tasks.add(task);
        }
    }

    private void warn(int line, int column, String message) {
        warnings.add(new Finding(path, line, column, Finding.Severity.WARNING, message));
    }

    private void error(int line, int column, String message) {
        errors.add(new Finding(path, line, column, Finding.Severity.ERROR, message));
    }
}
