package org.labcast.publisher.taskfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.labcast.model.Bytes;
import org.labcast.model.InvalidValueException;
import org.labcast.model.order.Job;
import org.labcast.model.order.Script;
import org.labcast.model.order.ShellSession;
import org.labcast.model.order.Task;
import org.labcast.model.order.TaskOptions;
import org.labcast.publisher.text.Utf8Text;
import org.labcast.shell.CompleteCommand;
import org.labcast.shell.Dialect;
import org.labcast.shell.ShellSyntaxException;
import org.labcast.shell.ShellText;

/** Parses one task file; collects its errors, so that one reading shows them all. */
final class TaskFileParser {
    /** More errors than anybody mends in one go. */
    private static final int MOST_ERRORS = 20;

    private static final String MARK = "#@";

    private final String name;
    private final String path;
    private final List<TaskFileFinding> errors = new ArrayList<>();
    private final List<TaskFileFinding> warnings = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();

    /** Options of blocks that a blank line follows, above the first command: they are for every command. */
    private final Map<String, String> forJob = new HashMap<>();

    /** Options directly above the next command. */
    private final Map<String, String> above = new LinkedHashMap<>();

    /** What the file types, in its order. */
    private final List<Surprises.Typed> typed = new ArrayList<>();

    /** What the first line asks the shell to be started with: typed first into the shell of each user. */
    private Optional<String> settings = Optional.empty();

    private final Set<String> users = new HashSet<>();
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
            error(
                    1,
                    1,
                    "the file is UTF-16 text, and UTF-8 is needed: save it as UTF-8, or convert it with iconv -f UTF-16 -t UTF-8 < "
                            + name + " > tasks.utf8.txt");
        } else if (!decoded.complete()) {
            error(decoded.lines(), decoded.endColumn(), "not UTF-8 text");
        } else {
            if (decoded.text().contains("\r\n")) {
                String before = decoded.text().substring(0, decoded.text().indexOf('\r'));
                warn(1, before.length() + 1, "the lines end as on Windows: their carriage returns are left out");
            }
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

    /** By its mark, or because every second byte of its beginning is zero. */
    private static boolean isUtf16(byte[] content) {
        if (content.length < 2) {
            return false;
        }
        int first = content[0] & 0xFF;
        int second = content[1] & 0xFF;
        if ((first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE)) {
            return true;
        }
        int looked = Math.min(content.length, 64) / 2;
        int zeros = 0;
        for (int i = 0; i < looked; i++) {
            zeros += (content[2 * i] == 0) != (content[2 * i + 1] == 0) ? 1 : 0;
        }
        return looked > 1 && zeros == looked;
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
        settings = shebang.flatMap(ShebangLine::settings);
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
        placeScripts();
        new Surprises(!isIsolated(), this::warnAt)
                .look(
                        typed,
                        !tasks.isEmpty() && tasks.get(tasks.size() - 1).script().isPresent());
    }

    /** Where nothing is typed, no shell is in the file's folder. */
    private void placeScripts() {
        String folder = forJob.getOrDefault("cwd", "");
        if (session().isEmpty() && !folder.isEmpty()) {
            tasks.replaceAll(task -> task.options().cwd().isEmpty() ? in(folder, task) : task);
        }
    }

    private static Task in(String folder, Task task) {
        return new Task(
                task.command(),
                task.line(),
                task.options().toBuilder().cwd(folder).build(),
                Optional.empty(),
                task.script());
    }

    /** The file of another interpreter is one task; lines of options, which not every language takes for comments, are blanked. */
    private void wholeFile(ShebangLine shebang) {
        int i = 1;
        while (i < lines.size() && lines.get(i).text().strip().startsWith(MARK)) {
            i = options(i);
        }
        StringBuilder script = new StringBuilder(lines.get(0).text()).append("\n".repeat(i));
        lines.subList(i, lines.size())
                .forEach(line -> script.append(line.text()).append('\n'));
        for (int line = 0; line < lines.size(); line++) {
            // A form feed divides the pages of a source.
            if (!printable(line, "\t\f")) {
                return;
            }
        }
        Map<String, String> options = new HashMap<>(above);
        above.clear();
        if (options.containsKey("shell")) {
            error(optionLine + 1, 1, "the first line names the interpreter: leave shell= out");
            return;
        }
        try {
            task(new Task(script.toString(), 1, OptionSyntax.build(options), new Script(shebang.interpreter())));
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
        return printable(index, "\t");
    }

    private boolean printable(int index, String allowed) {
        String line = lines.get(index).text();
        for (int column = 0; column < line.length(); column++) {
            char c = line.charAt(column);
            if (Character.isISOControl(c) && allowed.indexOf(c) < 0) {
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
            OptionSyntax.add(word.text(), above);
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
        TaskOptions built = build(options, !above.containsKey("cwd"));
        above.clear();
        if (body.length() > Task.LONGEST) {
            error(index + 1, 1, "a script has at most " + Task.LONGEST + " characters");
            return end + 1;
        }
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
        if (tasks.isEmpty() && index < lines.size()) {
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
            add(command, first + 1);
            above.clear();
            int next = first;
            while (next < lines.size() && lines.get(next).start() < command.end()) {
                next++;
            }
            return Math.max(next, first + 1);
        } catch (ShellSyntaxException e) {
            int at = lineOf(e.offset());
            error(at + 1, e.offset() - lines.get(at).start() + 1, e.reason() + hint(line, margin));
            // What follows cannot be told from what belongs to this.
            above.clear();
            return lines.size();
        }
    }

    /** A text that is bash, or was copied out of a document, is explained better by that than by the error itself. */
    private String hint(TextLine line, int margin) {
        Optional<String> pasted = PastedText.complaint(line.text().strip());
        if (pasted.isPresent()) {
            return "; line " + (lineOf(line.start()) + 1) + ": " + pasted.get();
        }
        boolean bash = dialect() == Dialect.SH
                && (isBash(() -> ShellText.commandAt(text, line.start() + margin, Dialect.BASH))
                        || isBash(() -> ShellText.commands(text, Dialect.BASH)));
        return bash ? ": this is bash" + BashSyntax.INSTEAD.replaceFirst(": for bash,", ";") : "";
    }

    private static boolean isBash(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (ShellSyntaxException e) {
            return false;
        }
    }

    private Dialect dialect() {
        String named = above.getOrDefault("shell", shell);
        return named.matches("(?:.*/)?(?:bash|zsh|ksh)") ? Dialect.BASH : Dialect.SH;
    }

    private int lineOf(int offset) {
        int low = 0;
        int high = lines.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (lines.get(middle).start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private void warnAt(int offset, String message) {
        int at = lineOf(offset);
        warn(at + 1, offset - lines.get(at).start() + 1, message);
    }

    private void add(CompleteCommand command, int line) {
        if (command.text().length() > Task.LONGEST) {
            error(line, 1, "a command has at most " + Task.LONGEST + " characters");
            return;
        }
        Map<String, String> options = new HashMap<>(forJob);
        options.putAll(above);
        if (above.containsKey("state")) {
            error(optionLine + 1, 1, "state=off is for the whole file: write it at the top, followed by a blank line");
        }
        options.remove("state");
        if (IpAddress.is(command.text())) {
            warn(
                    line,
                    1,
                    "only an IP address in the last line, below commands, is a log address: this one is run as a command");
        }
        TaskOptions built = build(options, !isIsolated() && !above.containsKey("cwd"));
        typed.add(new Surprises.Typed(command, dialect(), built));
        set(built);
        task(new Task(command.text(), line, built));
    }

    /** Types the settings into the shell of a user of which nothing was heard yet. */
    private void set(TaskOptions options) {
        if (settings.isPresent() && (isIsolated() || users.add(options.user()))) {
            if (isIsolated()) {
                error(1, 1, "with state=off no option in the first line can hold for a command: leave it out");
                settings = Optional.empty();
                return;
            }
            Map<String, String> own = new HashMap<>(forJob);
            own.remove("state");
            own.put("user", options.user());
            if (options.user().isEmpty()) {
                own.remove("user");
            }
            TaskOptions quiet = build(own, true);
            task(new Task(settings.get(), 1, quiet));
        }
    }

    /** @param begins whether a folder for the whole file is only where its shell begins */
    private static TaskOptions build(Map<String, String> options, boolean begins) {
        Map<String, String> own = new HashMap<>(options);
        if (begins) {
            own.remove("cwd");
        }
        return OptionSyntax.build(own);
    }

    private void task(Task task) {
        if (tasks.size() == Job.MOST_TASKS) {
            error(task.line(), 1, "a job has at most " + Job.MOST_TASKS + " commands: split the file");
        } else {
            tasks.add(task);
        }
    }

    private void warn(int line, int column, String message) {
        warnings.add(new TaskFileFinding(path, line, column, TaskFileFinding.Severity.WARNING, message));
    }

    private void error(int line, int column, String message) {
        errors.add(new TaskFileFinding(path, line, column, TaskFileFinding.Severity.ERROR, message));
    }
}
