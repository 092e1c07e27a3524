package org.labcast.correction.rule.system;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.NameKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/** A user who does not exist, and one who does is spelt nearly so. Rights are given to nobody by a guess. */
public final class MistypedUser implements Rule {
    private static final Pattern UNKNOWN = Pattern.compile(
            "(?:invalid (?:user|spec):?|unknown user:?|[Uu]ser) ['\"`\u2018]?([\\w.-]{1,64})(?::[\\w.-]*)?['\"\u2019]?(?: does not exist| unknown|$)"
                    + "|['\"`\u2018]?\\b([\\w.-]{1,64})['\"\u2019]?: no such user");

    @Override
    public String name() {
        return "mistyped_user";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        return context.says().with(Set.of("user", "spec")).find(UNKNOWN).stream()
                .map(said -> said.group(1) == null ? said.group(2) : said.group(1))
                .flatMap(user -> context.command().words().stream()
                        .skip(1)
                        .filter(word -> word.bare() && names(word.value(), user))
                        .limit(1)
                        .flatMap(word -> nearest(context, word, user)))
                .toList();
    }

    /** {@code bob}, {@code bob:users}, {@code -ubob} or {@code --user=bob}. */
    private static boolean names(String word, String user) {
        return word.equals(user)
                || word.startsWith(user + ":")
                || word.endsWith("=" + user)
                || word.equals("-u" + user);
    }

    private static Stream<Suggestion> nearest(FailureContext context, Word word, String user) {
        List<String> near = Spelling.nearest(user, context.facts().names(NameKind.USERS));
        int at = word.start() + word.text().lastIndexOf(user);
        return near.stream()
                .sorted()
                .map(name -> Suggestion.sure(
                        near.size() == 1,
                        context.mended(new Edit(at, at + user.length(), name)),
                        "There is no user '" + user + "'; '" + name + "' is nearest."));
    }
}
