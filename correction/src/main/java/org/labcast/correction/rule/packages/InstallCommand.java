package org.labcast.correction.rule.packages;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.correction.Machine;
import org.labcast.correction.NameKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.model.Spelling;

/** A command that is not installed: its package is installed first. Run unattended only where a common command's package is known. */
public final class InstallCommand implements Rule {
    /** What Ubuntu's command-not-found prints below its complaint. */
    private static final Pattern OFFERED = Pattern.compile(
            "(?:^|by typing: ?)(?:sudo )?apt(?:-get)? install ([a-z0-9][a-z0-9.+-]{1,60})(?:\\s|$)|^ \\* ([a-z0-9][a-z0-9.+-]{1,60})$");

    @Override
    public String name() {
        return "install_command";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        Machine machine = situation.facts().machine();
        Optional<Family> family = Family.of(machine.packageManager());
        String tool = situation.command().tool();
        boolean offered = offers(situation);
        if (family.isEmpty()
                || situation.command().empty()
                || situation.command().nameWord().value().contains("/")
                || !(offered || situation.commandNotFound())) {
            return List.of();
        }
        Optional<String> common =
                CommandPackages.of(family.orElseThrow(), tool).filter(name -> Family.mayHave(situation, name));
        if (common.isPresent()) {
            return List.of(said(situation, machine, common.get(), sure(situation, family.orElseThrow(), common.get())));
        }
        List<String> named = offered ? offered(situation) : Owners.of(situation, family.orElseThrow(), tool);
        return named.isEmpty() || mistyped(situation)
                ? List.of()
                : named.stream()
                        .map(name -> said(situation, machine, name, false))
                        .toList();
    }

    /** A command of the same name that happens to be in some package would be installed for each slip of the hand. */
    private static boolean mistyped(Situation situation) {
        return !Spelling.nearest(situation.command().tool(), situation.facts().names(NameKind.EXECUTABLES))
                .isEmpty();
    }

    private static boolean sure(Situation situation, Family family, String name) {
        Machine machine = situation.facts().machine();
        boolean rights = situation.command().privileged() || machine.user().equals("root") || machine.canBecomeRoot();
        boolean verbatim = family == Family.APT
                || situation.facts().names(NameKind.PACKAGES).contains(name.replaceFirst(" .*", ""));
        return rights
                && verbatim
                && !CommandPackages.bringsService(situation.command().tool());
    }

    private static Suggestion said(Situation situation, Machine machine, String name, boolean sure) {
        boolean root = machine.user().equals("root");
        String install = new PackageVerb(PackageVerb.Deed.INSTALL, "")
                        .in(machine.packageManager())
                        .orElseThrow() + " " + name;
        String mended = situation.preceded(
                root || situation.command().privileged() ? situation.command().raised(install) : "sudo " + install);
        return Suggestion.sure(
                sure,
                mended,
                "'" + situation.command().tool() + "' is not installed; it is in the package " + name + ".");
    }

    private static boolean offers(Situation situation) {
        String tool = situation.command().tool();
        return !tool.isEmpty()
                && (situation.says().contains("Command '" + tool + "' not found, but can be installed with:")
                        || situation.says().contains("The program '" + tool + "' is currently not installed")
                        || situation
                                .says()
                                .contains("The program '" + tool + "' can be found in the following packages"));
    }

    private static List<String> offered(Situation situation) {
        return situation
                .says()
                .findAll(OFFERED)
                .map(line -> line.group(1) == null ? line.group(2) : line.group(1))
                .distinct()
                .limit(5)
                .toList();
    }
}
