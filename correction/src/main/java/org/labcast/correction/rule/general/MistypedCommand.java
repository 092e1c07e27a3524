package org.labcast.correction.rule.general;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.labcast.correction.Dangers;
import org.labcast.correction.NameKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.model.Spelling;

/** A command that does not exist, and one that does is spelt nearly so. Several equally near ones are only shown. */
public final class MistypedCommand implements Rule {
    private static final Set<String> BUILTINS = Set.of("cd", "export", "alias", "unset", "umask", "type", "wait");
    /** Real commands that are often absent: they are no slips, and the nearest name here is another thing. */
    private static final Set<String> REAL =
            Set.of(("7z ag ansible ansible-playbook ant apk apt apt-get aptitude atop bat brew cargo cmake csh"
                            + " curl dig dnf docker drill emacs emerge fd fish flatpak ftp fzf g++ gcc gdb gem git go gradle helm host htop"
                            + " ifconfig iftop iotop java javac joe jq kubectl links lsof ltrace lynx make mc mtr mvn nano nc ncat netstat"
                            + " nmap node npm nslookup pacman php pip pip3 pipx podman pv python rar rg route rpm rsync ruby rustc screen"
                            + " snap socat strace tcpdump telnet terraform tmux traceroute tree unzip vagrant vi vim wget whois yarn yq yum"
                            + " zip zsh zypper")
                    .split(" "));

    @Override
    public String name() {
        return "mistyped_command";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        if (!situation.commandNotFound() || REAL.contains(situation.command().tool())) {
            return List.of();
        }
        Word word = situation.command().nameWord();
        Set<String> names = new HashSet<>(situation.facts().names(NameKind.EXECUTABLES));
        if (names.isEmpty() || !word.bare() || word.value().contains("/")) {
            return List.of();
        }
        names.addAll(BUILTINS);
        List<String> near = Spelling.nearest(word.value(), names);
        // A dangerous name as near as the others makes the whole guess too bold to run.
        boolean sure = near.size() == 1 && !Dangers.isNamed(near.get(0));
        return near.stream()
                .filter(name -> !Dangers.isNamed(name))
                .sorted()
                .map(name -> said(situation.mended(Edit.replace(word, name)), word, name, sure))
                .toList();
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
