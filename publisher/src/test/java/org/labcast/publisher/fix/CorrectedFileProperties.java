package org.labcast.publisher.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.labcast.model.Bytes;
import org.labcast.model.order.Task;
import org.labcast.publisher.taskfile.CommandText;
import org.labcast.publisher.taskfile.TaskFile;
import org.labcast.publisher.taskfile.TaskFileEdit;
import org.labcast.publisher.taskfile.TaskFileException;

/** Whatever the file and the corrections: the copy says what was meant, and no other byte has changed. */
class CorrectedFileProperties {
    /** Pieces that meet in all orders: what is special about a line is at its ends. */
    private static final List<String> PIECES = List.of(
            "a", "b", "ab", "ls -l", " ", "\t", "\\", "\\\\", "#", "'", "ä", "€", "😀", "😁", "10.0.0.1", "&& ");

    @Property(tries = 2000)
    void theCopyParsesToWhatWasMeant(
            @ForAll("blocks") List<String> blocks,
            @ForAll("ends") String end,
            @ForAll boolean mark,
            @ForAll @Size(40) List<@From("commands") String> wanted) {
        String text =
                (mark ? "\uFEFF" : "") + "true" + end + String.join(end, blocks).replace("\n", end) + end;
        TaskFile before = parse(text);
        SortedMap<Integer, TaskFileEdit.Replacement> commands = new TreeMap<>();
        List<String> intended = new ArrayList<>();
        for (int i = 0; i < before.tasks().size(); i++) {
            Task task = before.tasks().get(i);
            String command = wanted.get(i % wanted.size()).strip();
            boolean change = i % 3 != 1 && CommandText.problem(command).isEmpty();
            intended.add(change ? command : task.command());
            if (change) {
                commands.put(task.line(), new TaskFileEdit.Replacement(task.command(), command));
            }
        }
        TaskFileEdit edit = TaskFileEdit.of(Bytes.utf8(text), commands);
        TaskFile after = parse(edit.content().text());
        assertThat(after.tasks()).extracting(Task::command).isEqualTo(intended);
        assertThat(after.tasks())
                .extracting(Task::options)
                .isEqualTo(before.tasks().stream().map(Task::options).toList());
        assertThat(after.logAddress()).isEqualTo(before.logAddress());
        assertThat(applied(edit))
                .isEqualTo(edit.content().text().replace("\uFEFF", "").lines().toList());
    }

    /** The old lines with the changes put in: nothing else may differ. */
    private static List<String> applied(TaskFileEdit edit) {
        List<String> lines = new ArrayList<>();
        int next = 0;
        for (TaskFileEdit.Change change : edit.changes()) {
            lines.addAll(edit.before().subList(next, change.line()));
            lines.addAll(change.after());
            next = change.line() + change.before().size();
        }
        lines.addAll(edit.before().subList(next, edit.before().size()));
        return lines;
    }

    @Property(tries = 200)
    void nothingToChangeChangesNothing(@ForAll("blocks") List<String> blocks, @ForAll("ends") String end) {
        Bytes text = Bytes.utf8("true" + end + String.join(end, blocks).replace("\n", end));
        assertThat(TaskFileEdit.of(text, new TreeMap<>()).content()).isEqualTo(text);
    }

    private static TaskFile parse(String text) {
        return TaskFile.parse("t", "t", Bytes.utf8(text).toArray());
    }

    @Provide
    Arbitrary<String> commands() {
        return Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(5).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> ends() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    /** Blank lines, comments, options above their command, and commands of one line or several. */
    @Provide
    Arbitrary<List<String>> blocks() {
        Arbitrary<String> command =
                commands().filter(text -> CommandText.problem(text.strip()).isEmpty() && !endsInContinuation(text));
        Arbitrary<String> continued =
                Combinators.combine(command, command).as((one, two) -> "  " + one + "\\\n" + two + "  ");
        Arbitrary<String> optioned = command.map(text -> "#@ timeout=90s\n" + text);
        return Arbitraries.oneOf(
                        command,
                        continued,
                        optioned,
                        Arbitraries.of("", "  ", "# a comment", "\t#", "   # \\", "10.0.0.1"))
                .list()
                .ofMaxSize(12)
                .filter(blocks -> {
                    try {
                        parse("true\n" + String.join("\n", blocks));
                        return true;
                    } catch (TaskFileException e) {
                        return false;
                    }
                });
    }

    private static boolean endsInContinuation(String text) {
        return CommandText.problem(text)
                .filter(problem -> problem.contains("continues"))
                .isPresent();
    }
}
