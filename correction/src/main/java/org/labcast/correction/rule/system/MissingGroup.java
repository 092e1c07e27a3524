package org.labcast.correction.rule.system;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.NameKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.text.Spelling;

/** A user is put into a group that is not there yet, and none is spelt nearly so: the group comes first. */
public final class MissingGroup implements Rule {
    private static final Pattern MISSING = Pattern.compile(
            "^(?:useradd|usermod|gpasswd|adduser): .*?[Gg]roup ['`\u2018]([a-z_][\\w-]{0,31})['\u2019] does not exist");
    /** They give rights as they are called elsewhere; here another group has them. */
    private static final Set<String> OF_ADMINISTRATORS = Set.of("wheel", "sudo", "admin", "root");

    @Override
    public String name() {
        return "missing_group";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        Set<String> groups = context.facts().names(NameKind.GROUPS);
        if (!context.runs("useradd", "usermod", "gpasswd", "adduser") || groups.isEmpty()) {
            return List.of();
        }
        return context.says().find(MISSING).stream()
                .map(said -> said.group(1))
                .filter(group -> !groups.contains(group) && isWritten(context, group))
                .map(group -> Suggestion.sure(
                        !OF_ADMINISTRATORS.contains(group)
                                && Spelling.nearest(group, groups).isEmpty(),
                        context.preceded(context.command().raised("groupadd " + group)),
                        "There is no group '" + group + "' yet."))
                .toList();
    }

    private static boolean isWritten(FailureContext context, String group) {
        Pattern among = Pattern.compile("(?:.*[=,])?" + Pattern.quote(group) + "(?:,.*)?");
        return context.command().args().stream()
                .anyMatch(word -> word.bare() && among.matcher(word.value()).matches());
    }
}
