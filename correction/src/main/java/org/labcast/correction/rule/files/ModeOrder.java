package org.labcast.correction.rule.files;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
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
    public List<Suggestion> suggest(Situation situation) {
        List<Word> operands = situation.command().operands();
        if (!situation.runs("chmod", "chown", "chgrp") || operands.size() != 2) {
            return List.of();
        }
        Word file = operands.get(0);
        Word second = operands.get(1);
        Pattern right = situation.runs("chmod") ? MODE : OWNER;
        boolean swapped = situation
                        .says()
                        .find(REFUSED)
                        .filter(said -> said.group(1).equals(file.value()))
                        .isPresent()
                && situation.facts().path(file.value()) != PathKind.ABSENT
                && situation.facts().path(second.value()) == PathKind.ABSENT
                && right.matcher(second.value()).matches();
        return swapped
                ? List.of(Suggestion.safe(
                        situation.mended(Edit.replace(file, second.text()), Edit.replace(second, file.text())),
                        second.value() + " belongs before the file."))
                : List.of();
    }
}
