package org.labcast.correction.rule.system;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.labcast.correction.MachineFacts;
import org.labcast.correction.NameKind;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** A tool that distributions no longer install, and what took its place. Source: the manual pages' own notes, as in netstat(8). */
public final class ReplacedTool implements Rule {
    /** The call, options included, to the new one; a name alone stands for the call without any argument. */
    private static final Map<String, String> CALLS = Map.ofEntries(
            Map.entry("ifconfig", "ip addr"),
            Map.entry("ifconfig -a", "ip addr"),
            Map.entry("route", "ip route"),
            Map.entry("route -n", "ip route"),
            Map.entry("netstat -r", "ip route"),
            Map.entry("netstat -rn", "ip route"),
            Map.entry("netstat -i", "ip -s link"),
            Map.entry("netstat", "ss"),
            Map.entry("arp", "ip neigh"),
            Map.entry("arp -a", "ip neigh"),
            Map.entry("arp -n", "ip neigh"),
            Map.entry("lsb_release -a", "cat /etc/os-release"),
            Map.entry("egrep", "grep -E"),
            Map.entry("fgrep", "grep -F"));

    /** Tools whose arguments mean the same to the new one. */
    private static final Map<String, String> SAME_ARGUMENTS = Map.of(
            "netstat",
            "ss",
            "egrep",
            "grep -E",
            "fgrep",
            "grep -F",
            "nslookup",
            "getent hosts",
            "host",
            "getent hosts",
            "python",
            "python3");

    @Override
    public String name() {
        return "replaced_tool";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        if (!situation.commandNotFound()) {
            return List.of();
        }
        List<Word> args = situation.command().args();
        String tool = situation.command().tool();
        String call = String.join(" ", args.stream().map(Word::value).toList());
        Optional<String> whole = Optional.ofNullable(CALLS.get((tool + " " + call).strip()));
        Word name = situation.command().nameWord();
        if (whole.isPresent() && present(whole.get(), situation.facts())) {
            int end = args.isEmpty() ? name.end() : args.get(args.size() - 1).end();
            return List.of(said(situation.mended(new Edit(name.start(), end, whole.get())), tool, whole.get()));
        }
        return Optional.ofNullable(SAME_ARGUMENTS.get(tool))
                .filter(other -> !args.isEmpty() && present(other, situation.facts()))
                .map(other -> List.of(said(situation.mended(Edit.replace(name, other)), tool, other)))
                .orElse(List.of());
    }

    private static boolean present(String call, MachineFacts facts) {
        String tool = call.replaceFirst(" .*", "");
        return facts.names(NameKind.EXECUTABLES).contains(tool)
                || facts.path("/usr/bin/" + tool) == PathKind.FILE
                || facts.path("/usr/sbin/" + tool) == PathKind.FILE
                || tool.equals("ip");
    }

    private static Suggestion said(String mended, String tool, String other) {
        return Suggestion.safe(mended, "'" + tool + "' is not installed; '" + other + "' does its work.");
    }
}
