package org.labcast.correction.rule.general;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.labcast.correction.Builtins;
import org.labcast.correction.DestructiveCommands;
import org.labcast.correction.FailureContext;
import org.labcast.correction.NameKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/** A command that does not exist, and one that does is spelt nearly so. Several equally near ones are only shown. */
public final class MistypedCommand implements Rule {
    private static final Set<String> BUILTINS = Set.of("cd", "export", "alias", "unset", "umask", "type", "wait");
    /** Real commands that are often absent: they are no slips, and the nearest name here is another thing. */
    private static final Set<String> REAL =
            Set.of(("7z ag ansible ansible-playbook ant apk apt arp at apt-get aptitude atop bat brew cargo cmake csh"
                            + " curl dig dnf docker drill emacs emerge fd fish flatpak ftp fzf g++ gcc gdb gem git go gpg gradle helm host htop"
                            + " ifconfig iftop iotop java javac joe jq kubectl links lsof ltrace lynx mail make man mc mtr mvn nano nc ncat netstat"
                            + " nmap node npm nslookup pacman php ping pip pip3 pipx podman pv python rar rg route rpm rsync ruby rustc screen"
                            + " snap socat strace tcpdump telnet terraform tmux traceroute tree unzip vagrant vi vim wget whois yarn yq yum"
                            + " zip zsh zypper")
                    .split(" "));

    @Override
    public String name() {
        return "mistyped_command";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.commandNotFound() || REAL.contains(context.command().tool())) {
            return List.of();
        }
        Word word = context.command().nameWord();
        Set<String> names = new HashSet<>(context.facts().names(NameKind.EXECUTABLES));
        if (names.isEmpty() || !word.bare() || word.value().contains("/")) {
            return List.of();
        }
        Set<String> forRoot = context.rootCommands();
        forRoot.removeAll(names);
        boolean wrapped = context.command().name() > 0;
        // What is there, only not for this user or for sudo, is not mistyped.
        if (forRoot.contains(word.value()) || (wrapped && Builtins.NAMES.contains(word.value()))) {
            return List.of();
        }
        // Of few letters there are too many.
        if (word.value().length() > 3 || context.command().privileged()) {
            names.addAll(forRoot);
        }
        if (!wrapped) {
            names.addAll(BUILTINS);
        }
        List<String> near = nearest(word.value(), names);
        // A dangerous name as near as the others makes the whole guess too bold to run.
        boolean sure = near.size() == 1 && !DestructiveCommands.isNamed(near.get(0));
        boolean sudo = !wrapped && context.facts().machine().canBecomeRoot();
        return near.stream()
                .filter(name -> !DestructiveCommands.isNamed(name))
                .sorted()
                .map(name -> {
                    String call = sudo && forRoot.contains(name) ? "sudo " + name : name;
                    return said(context.mended(Edit.replace(word, call)), word, name, sure);
                })
                .toList();
    }

    /** Commands are written small, so capital letters are a slip of their own. */
    private static List<String> nearest(String typed, Set<String> names) {
        String small = typed.toLowerCase(Locale.ROOT);
        return names.contains(small) ? List.of(small) : Spelling.nearest(typed, names);
    }

    private static Suggestion said(String mended, Word typed, String name, boolean sure) {
        return sure
                ? Suggestion.safe(
                        mended, "There is no '" + typed.value() + "' here; '" + name + "' is the nearest command.")
                : Suggestion.risky(
                        mended,
                        "There is no '" + typed.value() + "' here; '" + name + "' is one of several near ones.");
    }
}
