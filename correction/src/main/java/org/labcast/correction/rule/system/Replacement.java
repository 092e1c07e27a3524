package org.labcast.correction.rule.system;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A call of a tool that distributions no longer install, and what does its work. Apart from its rule, so that the patterns
 * are made when the first command is not found, and not when the rules are.
 *
 * @param call the whole call as it is written
 * @param by the new call, with the groups of the old one
 */
record Replacement(Pattern call, String by) {
    private static final String WORD = "([^\\s;|&<>]+)";

    static final List<Replacement> ALL = List.of(
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
            by("tracepath $1", "(?:traceroute|tracert) ((?:-[n46] )*[\\w.:-]+)"),
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

    /** Words of the calls, the names of the tools among them. */
    static final Set<String> TOOLS = ALL.stream()
            .flatMap(one -> Pattern.compile("[a-z][\\w.-]*")
                    .matcher(one.call().pattern())
                    .results())
            .map(word -> word.group())
            .collect(Collectors.toUnmodifiableSet());

    private static Replacement by(String by, String call) {
        return new Replacement(Pattern.compile("^(?:" + call + ")$"), by);
    }
}
