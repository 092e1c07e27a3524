package org.labcast.correction.rule.system;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/** A network interface that the machine does not have; names such as eth0 became enp3s0 (systemd.net-naming-scheme(7)). */
public final class MistypedInterface implements Rule {
    private static final Pattern UNKNOWN = Pattern.compile(
            "^(\\S{1,20}): error fetching interface information: Device not found"
                    + "|(?:Device|Cannot find device|Could not find device) ['\"]?([^'\"\\s]{1,20}?)['\"]?(?: does not exist| not found|\\.|$)");
    private static final Pattern NAME = Pattern.compile("^(?!\\s)([\\w.-]{1,15})(?=[:@\\s])");

    /** Words of ip(8), nmcli(1), ethtool(8) and iwconfig(8) that do more than show. */
    private static final Set<String> CHANGES = Set.of(
            "up",
            "down",
            "set",
            "add",
            "del",
            "delete",
            "change",
            "replace",
            "flush",
            "connect",
            "disconnect",
            "modify",
            "-s",
            "-A",
            "-K",
            "essid");

    @Override
    public String name() {
        return "mistyped_interface";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.runs("ifconfig", "ip", "nmcli", "ethtool", "iwconfig", "tcpdump")) {
            return List.of();
        }
        return context.says().find(UNKNOWN).stream()
                .map(said -> said.group(1) == null ? said.group(2) : said.group(1))
                .flatMap(name -> context.command().args().stream().filter(word -> word.is(name)))
                .limit(1)
                .flatMap(word -> others(context, word))
                .toList();
    }

    private static Stream<Suggestion> others(FailureContext context, Word wrong) {
        List<String> names = Stream.of("ifconfig -a", "ip -br link")
                .flatMap(query -> context.facts().answer(query).stream())
                .limit(1)
                .flatMap(String::lines)
                .map(NAME::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .distinct()
                .toList();
        List<String> near = Spelling.nearest(wrong.value(), names);
        return (near.size() == 1 ? near : names)
                .stream()
                        .sorted(Comparator.comparingInt(name -> -common(name, wrong.value())))
                        .map(name -> Suggestion.sure(
                                near.size() == 1 && !isAnother(wrong.value(), name) && !changes(context),
                                context.mended(Edit.replace(wrong, name)),
                                "There is no interface " + wrong.value() + " here, but " + name + "."));
    }

    /** eth1 is no slip of eth0, but the second device of its kind. */
    private static boolean isAnother(String one, String other) {
        return one.replaceAll("\\d+", "#").equals(other.replaceAll("\\d+", "#"));
    }

    /** A host's own connection may hang on the interface. */
    private static boolean changes(FailureContext context) {
        return (context.runs("ifconfig") && context.command().operands().size() > 1)
                || context.command().args().stream().anyMatch(word -> CHANGES.contains(word.value()));
    }

    /** How many first letters are the same: e for ethernet, wl for wireless. */
    private static int common(String a, String b) {
        int at = 0;
        while (at < a.length() && at < b.length() && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        return at;
    }
}
