package org.labcast.correction.rule.git;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Quoting;
import org.labcast.correction.shell.Word;

/**
 * A branch, tag, commit or path that git could not find.
 *
 * @param name as git prints it
 * @param word of the command that holds it, perhaps within a longer one such as {@code HEAD:name} or {@code origin/name}
 * @param remote whether it was looked for at a remote
 */
record MissingRef(GitCall call, String name, Word word, boolean remote) {
    private static final String N = "(" + GitCall.NAME + ")";
    private static final Pattern HERE = Pattern.compile("(?i)^(?:error|fatal|merge): (?:pathspec '" + N
            + "' did not match any file"
            + "|invalid reference: " + N + "|" + N + " - not something we can merge|invalid upstream '?" + N + "'?$"
            + "|ambiguous argument '" + N + "': unknown revision|(?:the )?(?:local )?branch '" + N + "' not found"
            + "|no branch named '" + N + "'|src refspec " + N + " does not match any"
            + "|the requested upstream branch '" + N + "' does not exist|'" + N + "' is not a commit and a branch"
            + "|not a valid object name:? '?" + N + "'?$|bad revision '" + N + "'|malformed object name " + N + ")");
    private static final Pattern THERE = Pattern.compile("(?i)(?:couldn't find remote ref (?:refs/heads/)?" + N + "$"
            + "|remote branch " + N + " not found|unable to delete '" + N + "': remote ref does not exist)");

    static Optional<MissingRef> of(GitCall call) {
        Optional<MissingRef> here = call.situation().says().find(HERE).flatMap(said -> of(call, said, false));
        return here.or(() -> call.situation().says().find(THERE).flatMap(said -> of(call, said, true)));
    }

    private static Optional<MissingRef> of(GitCall call, Matcher said, boolean remote) {
        String name = "";
        for (int i = 1; i <= said.groupCount(); i++) {
            name = said.group(i) == null ? name : said.group(i);
        }
        String found = name;
        return call.args().stream()
                .filter(word -> holds(word, found))
                .findFirst()
                .map(word -> new MissingRef(call, found, word, remote));
    }

    /** The word itself, or a part of it that a colon or an equals sign sets off. */
    private static boolean holds(Word word, String name) {
        return word.is(name)
                || (word.bare()
                        && (word.value().endsWith(":" + name)
                                || word.value().endsWith("=" + name)
                                || word.value().startsWith(name + ":")));
    }

    /** Whether the word holds nothing else. */
    boolean whole() {
        return word.is(name);
    }

    /** The line with another name in this one's place. */
    String replaced(String other) {
        if (whole()) {
            return call.situation().mended(Edit.replace(word, Quoting.word(other)));
        }
        int at = word.start() + (word.value().endsWith(name) ? word.value().length() - name.length() : 0);
        return call.situation().mended(new Edit(at, at + name.length(), Quoting.word(other)));
    }
}
