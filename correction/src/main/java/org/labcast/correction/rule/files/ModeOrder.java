package org.labcast.correction.rule.files;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** Mode or owner stands behind the file instead of before it. */
public final class ModeOrder implements Rule {
    private static final Pattern REFUSED =
            Pattern.compile("^ch(?:mod|own|grp): invalid (?:mode|user|group|spec):? ['\u2018](.+)['\u2019]");
    private static final Pattern MODE = Pattern.compile("[0-7]{3,4}|[ugoa]*[-+=][rwxXst]+(?:,[ugoa]*[-+=][rwxXst]+)*");
    private static final Pattern OWNER = Pattern.compile("[a-z_][\\w-]{0,31}(?::[\\w-]{0,32})?|:[\\w-]{1,32}");

    @Override
    public String name() {
        return "mode_order";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        List<Word> operands = context.command().operands();
        if (context.runs("chmod")
                && operands.size() > 1
                && context.says().find(REFUSED).isPresent()) {
            Word mode = operands.get(0);
            String turned = mode.text().replaceFirst("^([rwxX]{1,3})([-+])$", "$2$1");
            if (!turned.equals(mode.text())) {
                return List.of(Suggestion.safe(
                        context.mended(Edit.replace(mode, turned)), "The sign comes before the letters."));
            }
        }
        if (!context.runs("chmod", "chown", "chgrp") || operands.size() != 2) {
            return List.of();
        }
        Word file = operands.get(0);
        Word second = operands.get(1);
        Pattern right = context.runs("chmod") ? MODE : OWNER;
        boolean swapped = context.says()
                        .find(REFUSED)
                        .filter(said -> said.group(1).equals(file.value()))
                        .isPresent()
                && context.facts().path(file.value()) != PathKind.ABSENT
                && context.facts().path(second.value()) == PathKind.ABSENT
                && right.matcher(second.value()).matches();
        return swapped
                ? List.of(Suggestion.safe(
                        context.mended(Edit.replace(file, second.text()), Edit.replace(second, file.text())),
                        second.value() + " belongs before the file."))
                : List.of();
    }
}
