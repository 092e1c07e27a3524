package org.labcast.publisher.report;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.labcast.model.PathText;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Ending;
import org.labcast.shell.CompleteCommand;
import org.labcast.shell.Dialect;
import org.labcast.shell.ShellSyntaxException;
import org.labcast.shell.ShellText;
import org.labcast.shell.SimpleCommand;

/** Tells a {@code grep} that found nothing, which is not always a failure to its author, from one that failed. */
final class GrepNoMatch {
    private static final Set<String> SEARCHES = Set.of("grep", "egrep", "fgrep", "zgrep", "rg");

    private GrepNoMatch() {}

    /** Whether the run's exit code 1 is that of a search as the last command, which said nothing about an error. */
    static boolean is(Attempt run) {
        if (!run.ending().equals(new Ending.Exited(1)) || run.err().total() > 0) {
            return false;
        }
        try {
            List<CompleteCommand> read = ShellText.commands(run.command(), Dialect.BASH);
            return read.size() == 1
                    && read.get(0).commands().stream()
                            .filter(one -> !one.words().isEmpty())
                            .max(Comparator.comparingInt(
                                    one -> one.words().get(0).start()))
                            .filter(last -> isSearch(last) && !isNegated(run.command(), last))
                            .isPresent();
        } catch (ShellSyntaxException e) {
            // A script of another language.
            return false;
        }
    }

    private static boolean isSearch(SimpleCommand last) {
        int name = last.name().equals("sudo") ? 1 : 0;
        return last.depth() == 0
                && !last.place().background()
                && last.words().size() > name
                && SEARCHES.contains(PathText.base(last.words().get(name).unquoted()));
    }

    private static boolean isNegated(String command, SimpleCommand last) {
        return command.substring(0, last.words().get(0).start()).matches("(?s)(?:.*[;&|\\s])?!\\s.*");
    }
}
