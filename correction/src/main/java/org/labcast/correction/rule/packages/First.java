package org.labcast.correction.rule.packages;

import java.util.List;
import org.labcast.correction.Situation;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** The line with another call that must succeed before the failing command. */
final class First {
    private First() {}

    /** The call gets root's rights if the failing command has them. */
    static String then(Situation situation, String call) {
        List<Word> words = situation.command().words();
        String raised = words.subList(0, situation.command().name()).stream()
                .filter(word -> word.is("doas"))
                .findFirst()
                .map(word -> "doas ")
                .orElse(situation.command().privileged() ? "sudo " : "");
        return put(situation, raised + call);
    }

    /** The call as it is given. */
    static String put(Situation situation, String call) {
        // In the middle of a pipeline "&&" would cut it: then the call comes before the whole line.
        int start = situation.command().joint().startsWith("|")
                ? 0
                : situation.command().start();
        return situation.mended(new Edit(start, start, call + " && "));
    }
}
