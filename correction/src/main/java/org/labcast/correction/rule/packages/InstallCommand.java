package org.labcast.correction.rule.packages;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Machine;
import org.labcast.correction.NameKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.text.Spelling;

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
    public List<Suggestion> suggest(FailureContext context) {
        Machine machine = context.facts().machine();
        Optional<Family> family = Family.of(machine.packageManager());
        String tool = context.command().tool();
        boolean offered = offers(context);
        if (family.isEmpty()
                || context.command().empty()
                || context.command().nameWord().value().contains("/")
                || !(offered || context.commandNotFound())) {
            return List.of();
        }
        Optional<String> common =
                CommandPackages.of(family.orElseThrow(), tool).filter(name -> Family.mayHave(context, name));
        if (common.isPresent()) {
            return List.of(said(context, machine, common.get(), sure(context, family.orElseThrow(), common.get())));
        }
        List<String> named = offered ? offered(context) : Owners.of(context, family.orElseThrow(), tool);
        return named.isEmpty() || mistyped(context)
                ? List.of()
                : named.stream()
                        .map(name -> said(context, machine, name, false))
                        .toList();
    }

    /** A command of the same name that happens to be in some package would be installed for each slip of the hand. */
    private static boolean mistyped(FailureContext context) {
        return !Spelling.nearest(context.command().tool(), context.facts().names(NameKind.EXECUTABLES))
                .isEmpty();
    }

    private static boolean sure(FailureContext context, Family family, String name) {
        Machine machine = context.facts().machine();
        boolean rights = context.command().privileged() || machine.user().equals("root") || machine.canBecomeRoot();
        boolean verbatim =
                family == Family.APT || context.facts().names(NameKind.PACKAGES).contains(name.replaceFirst(" .*", ""));
        return rights
                && verbatim
                && !CommandPackages.bringsService(context.command().tool());
    }

    private static Suggestion said(FailureContext context, Machine machine, String name, boolean sure) {
        boolean root = machine.user().equals("root");
        String install = new PackageVerb(PackageVerb.Deed.INSTALL, "")
                        .in(machine.packageManager())
                        .orElseThrow() + " " + name;
        String mended = context.preceded(
                root || context.command().privileged() ? context.command().raised(install) : "sudo " + install);
        return Suggestion.sure(
                sure,
                mended,
                "'" + context.command().tool() + "' is not installed; it is in the package " + name + ".");
    }

    private static boolean offers(FailureContext context) {
        String tool = context.command().tool();
        return !tool.isEmpty()
                && (context.says().contains("Command '" + tool + "' not found, but can be installed with:")
                        || context.says().contains("The program '" + tool + "' is currently not installed")
                        || context.says()
                                .contains("The program '" + tool + "' can be found in the following packages"));
    }

    private static List<String> offered(FailureContext context) {
        return context.says()
                .findAll(OFFERED)
                .map(line -> line.group(1) == null ? line.group(2) : line.group(1))
                .distinct()
                .limit(5)
                .toList();
    }
}
