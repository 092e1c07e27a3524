package org.labcast.correction.rule.packages;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.SimpleCommand;

/** The package manager asked whether to go on, and nobody was there to answer. */
public final class PackagePrompt implements Rule {
    private static final Pattern APT = Pattern.compile(
            "^(?:Do you want to continue|Continue)\\? \\[Y/n(?:/\\?)?\\] ?(?:Abort\\.?|Aborted\\.?)?\\s*$");
    private static final Pattern DNF = Pattern.compile("^Is this ok \\[y/(?:d/)?N\\]:");
    private static final Pattern ZYPPER = Pattern.compile("^Continue\\? \\[y/n/");
    private static final Pattern PACMAN = Pattern.compile(
            "^:: (?:Proceed with (?:installation|download)|Do you want to remove these packages)\\? \\[Y/n\\]");
    /** With "yes" the packages listed here would go, or a key be trusted; that is for a person to decide. */
    private static final Pattern GRAVE = Pattern.compile("will be (?:REMOVED|DOWNGRADED)|^WARNING: The following"
            + "|^(?:Removing|Downgrading|Replacing)\\b|^Importing GPG key"
            + "|going to be (?:REMOVED|downgraded|DOWNGRADED)|change vendor"
            + "|are in conflict|Do you want to remove|^Remove \\(|^Packages? \\(\\d+\\).*\\[removal\\]");

    @Override
    public String name() {
        return "package_prompt";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        return yes(context)
                .map(edit -> {
                    String mended = context.mended(edit);
                    String asked = context.command().tool() + " asked whether to continue";
                    return context.says().find(GRAVE).isPresent()
                            ? Suggestion.risky(mended, asked + "; saying yes removes packages or trusts a key.")
                            : Suggestion.safe(mended, asked + ", and nobody was there to answer.");
                })
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<Edit> yes(FailureContext context) {
        SimpleCommand command = context.command();
        Optional<Family> family = Family.of(command.tool());
        if (family.isEmpty()
                || command.args().isEmpty()
                || command.hasOption(
                        "-y", "-n", "--yes", "--assume-yes", "--assumeyes", "--non-interactive", "--noconfirm")) {
            return Optional.empty();
        }
        return switch (family.orElseThrow()) {
            case APT -> asked(context, APT, behindVerb(command, "-y"));
            case DNF -> asked(context, DNF, behindVerb(command, "-y"));
            case ZYPPER -> asked(context, ZYPPER, Edit.after(command.nameWord(), "-n"));
            case PACMAN -> asked(context, PACMAN, Edit.after(command.args().get(0), "--noconfirm"));
            case APK -> Optional.empty();
        };
    }

    private static Optional<Edit> asked(FailureContext context, Pattern question, Edit yes) {
        return context.says().find(question).map(found -> yes);
    }

    /** Or behind the value of an option before the verb, where it means the same. */
    private static Edit behindVerb(SimpleCommand command, String option) {
        return Edit.after(command.operands().stream().findFirst().orElse(command.nameWord()), option);
    }
}
