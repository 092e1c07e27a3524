package org.labcast.correction.rule.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** A package that is only a name, or has gone: apt lists those that provide or replace it. */
public final class VirtualPackage implements Rule {
    private static final Pattern HEAD =
            Pattern.compile("is a virtual package provided by:$|^However the following packages replace it:$");
    private static final Pattern NAME = Pattern.compile("^ {2}([a-z0-9][a-z0-9.+-]{1,100})(?:[: ].*)?$");
    private static final int MOST = 5;

    @Override
    public String name() {
        return "virtual_package";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        List<Word> unknown = UnknownPackages.of(context);
        if (unknown.size() != 1 || !Family.APT.runsIn(context)) {
            return List.of();
        }
        Word word = unknown.get(0);
        List<String> names = listed(context.says().lines());
        return names.stream()
                .map(name -> Suggestion.sure(
                        names.size() == 1,
                        context.mended(Edit.replace(word, name)),
                        "'" + word.value() + "' is no package of its own; apt names " + name + " in its place."))
                .toList();
    }

    private static List<String> listed(List<String> lines) {
        List<String> names = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            Matcher name = NAME.matcher(line);
            if (HEAD.matcher(line).find()) {
                inside = true;
            } else if (inside && name.matches() && names.size() < MOST) {
                names.add(name.group(1));
            } else {
                inside = false;
            }
        }
        return names;
    }
}
