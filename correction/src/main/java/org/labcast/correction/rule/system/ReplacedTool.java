package org.labcast.correction.rule.system;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.labcast.correction.MachineFacts;
import org.labcast.correction.NameKind;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.SimpleCommand;

/** A tool that distributions no longer install, and what took its place. Source: the manual pages' own notes, as in netstat(8). */
public final class ReplacedTool implements Rule {
    private static final String WORD = "([^\\s;|&<>]+)";

    /** @param call the whole call as it is written */
    private record Replacement(Pattern call, String by) {}

    private static final List<Replacement> CALLS = List.of(
            by("ip addr", "ifconfig(?: -a)?|ipconfig(?: /all)?"),
            by("ip addr show $1", "ifconfig ([a-z]\\w*)"),
            by("ip link set $1 $2", "ifconfig ([a-z]\\w*) (up|down)"),
            by("ip -s link", "netstat -i"),
            by("ip route", "route(?: -n| -e| print)?|netstat -(?:r|rn|nr)"),
            by("ip route $1 default via $2", "route (add|del) default gw " + WORD),
            by("ip neigh", "arp(?: -(?:a|n|an|na))?"),
            by("ip addr", "hostname -I"),
            by("ss", "netstat"),
            by("ss $1", "netstat (.+)"),
            by("iw dev", "iwconfig"),
            by("bridge link", "brctl show"),
            by("getent hosts $1", "(?:nslookup|host|dig(?: \\+short)?) ([\\w.:-]+)"),
            by("tracepath $1", "(?:traceroute|tracert) ([\\w.:-]+)"),
            by("systemctl $2 $1", "(?:service|invoke-rc\\.d) ([\\w@.-]+) ([a-z-]+)"),
            by("systemctl enable $1", "chkconfig ([\\w@.-]+) on|update-rc\\.d ([\\w@.-]+) (?:defaults|enable)"),
            by("systemctl disable $1", "chkconfig ([\\w@.-]+) off"),
            by("systemctl list-unit-files", "chkconfig(?: --list)?"),
            by("cat /etc/os-release", "lsb_release(?: -a)?"),
            by("curl -fLO $1", "wget (?:-q )?(['\"]?https?://" + WORD.substring(1)),
            by("curl -fL -o $1 $2", "wget (?:-q )?-O " + WORD + " (['\"]?https?://" + WORD.substring(1)),
            by("wget $1", "curl (?:-[fsSL]+ )*-[fsSL]*O (['\"]?https?://" + WORD.substring(1)),
            by("wget -O $1 $2", "curl (?:-[fsSL]+ )*-[fsSL]*o " + WORD + " (['\"]?https?://" + WORD.substring(1)),
            by("grep -E $1", "egrep (.+)"),
            by("grep -F $1", "fgrep (.+)"),
            by("python3 $1", "python (.+)"),
            by("pip3 $1", "pip (.+)"),
            by("python3 -m pip $1", "pip3? (.+)"),
            by("md5sum $1", "md5 (.+)"),
            by("nc $1", "netcat (.+)"),
            by("vim $1", "vi (.+)"));

    private static final Set<String> TOOLS = CALLS.stream()
            .flatMap(one -> Pattern.compile("[a-z][\\w.-]*")
                    .matcher(one.call().pattern())
                    .results())
            .map(word -> word.group())
            .collect(Collectors.toUnmodifiableSet());

    private static Replacement by(String by, String call) {
        return new Replacement(Pattern.compile("^(?:" + call + ")$"), by);
    }

    @Override
    public String name() {
        return "replaced_tool";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        SimpleCommand command = situation.command();
        // Names such as invoke-rc.d are written with a backslash in the patterns.
        if (!situation.commandNotFound()
                || !(TOOLS.contains(command.tool()) || command.tool().endsWith("-rc.d"))
                // It is here, only not on this user's PATH.
                || situation.rootCommand(command.tool()).isPresent()) {
            return List.of();
        }
        int start = command.nameWord().start();
        int end = command.words().get(command.words().size() - 1).end();
        String call = situation.script().text().substring(start, end);
        return CALLS.stream()
                .filter(one -> one.call().matcher(call).matches())
                .filter(one -> present(one.by(), situation.facts()))
                .limit(1)
                .map(one -> {
                    String by = one.call().matcher(call).replaceFirst(one.by());
                    return Suggestion.safe(
                            situation.mended(new Edit(start, end, by)),
                            "'" + command.tool() + "' is not installed; '" + by.replaceFirst(" .*", "")
                                    + "' does its work.");
                })
                .toList();
    }

    private static boolean present(String call, MachineFacts facts) {
        String tool = call.replaceFirst(" .*", "");
        return facts.names(NameKind.EXECUTABLES).contains(tool)
                || facts.path("/usr/bin/" + tool) == PathKind.FILE
                || facts.path("/usr/sbin/" + tool) == PathKind.FILE
                || tool.equals("ip");
    }
}
