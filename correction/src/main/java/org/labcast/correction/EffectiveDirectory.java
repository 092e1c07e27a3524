package org.labcast.correction;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.labcast.correction.shell.ParsedLine;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/** The machine as one command of a line sees it: behind {@code cd /srv}, relative paths begin at {@code /srv}. */
final class EffectiveDirectory {
    private static final Set<String> MOVES = Set.of("cd", "pushd", "popd");

    private EffectiveDirectory() {}

    /** Facts for the command; relative paths are unknown to them when nobody can say where it runs. */
    static MachineFacts of(ParsedLine line, SimpleCommand command, MachineFacts facts) {
        Optional<String> directory = Optional.of("");
        boolean moved = false;
        for (SimpleCommand before : line.commands()) {
            // Not equals(): a record's is made when it is first called, which takes milliseconds.
            if (before.start() == command.start()) {
                break;
            }
            if (MOVES.contains(before.tool())) {
                directory = directory.flatMap(from -> target(before).map(to -> join(from, to)));
                moved = true;
            }
        }
        // A subshell keeps its moves to itself, and the words do not say where it ends.
        boolean nested = line.commands().stream().anyMatch(one -> one.joint().matches("[()]|\\$\\("));
        return moved ? new Moved(facts, nested ? Optional.empty() : directory) : facts;
    }

    private static Optional<String> target(SimpleCommand move) {
        List<Word> operands = move.operands();
        return move.tool().equals("cd")
                        && operands.size() == 1
                        && operands.get(0).literal()
                ? Optional.of(operands.get(0).value())
                : Optional.empty();
    }

    private static String join(String from, String to) {
        if (to.equals(".")) {
            return from.isEmpty() ? to : from;
        }
        return to.startsWith("/") || from.isEmpty() ? to : from + "/" + to;
    }

    private record Moved(MachineFacts facts, Optional<String> directory) implements MachineFacts {
        @Override
        public Set<String> names(NameKind kind) {
            return facts.names(kind);
        }

        @Override
        public PathKind path(String path) {
            return seen(path).map(facts::path).orElse(PathKind.UNKNOWN);
        }

        @Override
        public Set<String> entries(String path) {
            return seen(path).map(facts::entries).orElse(Set.of());
        }

        private Optional<String> seen(String path) {
            return path.startsWith("/") ? Optional.of(path) : directory.map(from -> join(from, path));
        }

        @Override
        public boolean isGuarded(String path) {
            return seen(path).map(facts::isGuarded).orElse(false);
        }

        @Override
        public boolean isIdleMountPoint(String path) {
            return seen(path).map(facts::isIdleMountPoint).orElse(true);
        }

        @Override
        public Machine machine() {
            return facts.machine();
        }

        @Override
        public Optional<String> answer(String query) {
            return facts.answer(query);
        }
    }
}
