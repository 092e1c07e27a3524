package org.labcast.correction.rule.line;

import java.util.Set;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;

/** Which words are a tool's own subcommands. */
final class Subcommands {
    /** They mean a subcommand to every tool that has any. */
    private static final Set<String> COMMON = Set.of(
            ("add branch build check checkout clone commit config diff disable enable exec fetch help images info init"
                            + " install list log login logs merge ps pull push rebase remove reload restart run search show start status stop"
                            + " tag test uninstall update upgrade version")
                    .split(" "));

    private static final Set<String> TOOLS = Set.of(
            ("apk apt apt-get aptitude brew cargo composer conda dnf docker dotnet flatpak gem git go gradle hg helm"
                            + " ip journalctl kubectl npm nmcli pip pip3 podman rustup snap svn systemctl terraform vagrant virsh yarn yum"
                            + " zypper")
                    .split(" "));

    private Subcommands() {}

    /** Whether most of what the tool is called with are subcommands. */
    static boolean has(String tool) {
        return TOOLS.contains(tool);
    }

    /** Whether the tool has subcommands and this is one of them, by its own help or by custom. */
    static boolean known(FailureContext context, String tool, String word) {
        if (!TOOLS.contains(tool)) {
            return false;
        }
        return COMMON.contains(word)
                || context.facts().answer(tool + " --help").stream()
                        .flatMap(String::lines)
                        .anyMatch(line -> Pattern.compile("^[\\s,]*" + Pattern.quote(word) + "[\\s,:]")
                                .matcher(line + " ")
                                .find());
    }
}
