package org.labcast.agent.machine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The queries that are answered: those of which it is known that they change nothing, load nothing from a project and end soon.
 *
 * <p>Each tool is a bare name, looked up on the user's PATH as the user's own command would be. What runs code of a project to
 * answer ({@code gradle tasks}, {@code gulp}, {@code grunt}, {@code fab}) or takes seconds ({@code mvn}) is not asked.
 */
final class HarmlessQueries {
    /** Their {@code --help} prints and does nothing else. */
    private static final Set<String> HELPFUL = Set.of(
            ("adb ansible apk apt apt-cache apt-get apt-mark aws awk base64 bzip2 cargo cat chmod chown cmake comm"
                            + " conda cp cpio curl cut date dd df diff dig dnf docker docker-compose du egrep fgrep file find flatpak"
                            + " free g++ gcc gem git go grep groupadd gzip head helm hg hostnamectl id install ip javac journalctl jq"
                            + " kubectl less ln locale localectl loginctl ls lsblk lscpu lsof make md5sum mkdir mount mv nano nice nl"
                            + " nmcli node npm npx od openssl pacman paste patch pgrep pip pip3 pipx podman podman-compose poetry pr ps"
                            + " pwd python python3 readlink realpath rename rpm rsync ruby rustc rustup scp sed seq sha256sum snap sort"
                            + " split ss ssh stat strace stty svn systemctl systemd-analyze tail tar tee terraform test timedatectl touch"
                            + " tr tree uname uniq unxz unzip uptime uv vim wc wget which whoami xargs xz yarn yq yum zip zsh zstd zypper")
                    .split(" "));

    private static final String SUB = "([a-z][a-z0-9-]{0,30})";
    private static final Set<String> GIT = Set.of(
            ("add bisect blame branch checkout cherry-pick clean clone commit config describe diff fetch format-patch grep init log"
                            + " merge mv notes pull push rebase reflog remote reset restore revert rm shortlog show stash status"
                            + " submodule switch tag worktree")
                    .split(" "));
    private static final Map<Pattern, Function<MatchResult, Optional<Query>>> FORMS = new LinkedHashMap<>();

    static {
        form("([a-z0-9+-]+) --help", it -> HELPFUL.contains(it.group(1)) ? help(it) : Optional.empty());
        form(
                "(docker|docker-compose|podman|kubectl|helm|npm|cargo|pip|pip3|go|conda) " + SUB + " --help",
                HarmlessQueries::help);
        form("(docker|podman|kubectl) " + SUB + " " + SUB + " --help", HarmlessQueries::help);
        // With --help git would open a manual page; only of its own commands is it known what -h does.
        form(
                "git " + SUB + " --help",
                it -> GIT.contains(it.group(1)) ? Optional.of(Query.help("git", it.group(1), "-h")) : Optional.empty());
        form(
                "git branch -a --no-color --no-column",
                it -> Optional.of(Query.here(it.group().split(" "))));
        form("npm run-script", it -> Optional.of(Query.here("npm", "run-script")));
        form("pkgfile -b -v ([A-Za-z0-9][A-Za-z0-9+._-]{0,60})", HarmlessQueries::anywhere);
        // Names of hosts and ports would have to be looked up in the network.
        form("lsof -i :([0-9]{1,5})", it -> Optional.of(Query.anywhere("lsof", "-nP", "-i", ":" + it.group(1))));
        form("(pyenv|rbenv|nodenv|goenv) commands", HarmlessQueries::anywhere);
        form("ip -o link|ifconfig -a", HarmlessQueries::anywhere);
        form("apt-cache search --names-only \\^[a-z0-9][a-z0-9+.-]{0,60}\\$", HarmlessQueries::anywhere);
    }

    private HarmlessQueries() {}

    private static void form(String pattern, Function<MatchResult, Optional<Query>> query) {
        FORMS.put(Pattern.compile(pattern), query);
    }

    private static Optional<Query> help(MatchResult it) {
        return Optional.of(Query.help(it.group().split(" ")));
    }

    private static Optional<Query> anywhere(MatchResult it) {
        return Optional.of(Query.anywhere(it.group().split(" ")));
    }

    /** What to run for a query whose words are separated by one space each; empty when it is none of these. */
    static Optional<Query> find(String query) {
        for (Map.Entry<Pattern, Function<MatchResult, Optional<Query>>> form : FORMS.entrySet()) {
            Matcher matcher = form.getKey().matcher(query);
            if (matcher.matches()) {
                return form.getValue().apply(matcher);
            }
        }
        return Optional.empty();
    }
}
