package org.labcast.publisher.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.host.Facts;
import org.labcast.model.host.Presence;
import org.labcast.publisher.store.EnrolledHost;
import org.labcast.publisher.store.KnownHost;
import org.labcast.text.Printable;

/** The list of hosts; those of which the same can be said are folded. */
public final class HostsTable {
    /** What a line says; sorts those that are on first, then by what wants attention. */
    private record Line(String state, String groups, String system, String trouble) implements Comparable<Line> {
        @Override
        public int compareTo(Line other) {
            return text().compareTo(other.text());
        }

        private String text() {
            return (state.equals("on") ? "0" : "1") + String.join("\n", state, groups, system, trouble);
        }
    }

    private HostsTable() {}

    public static String text(List<KnownHost> rows, Instant now, TerminalStyle style) {
        if (rows.isEmpty()) {
            return "no hosts yet: publisher invite HOST writes an invitation for one\n";
        }
        Map<Line, List<HostName>> lines = new TreeMap<>();
        rows.forEach(row ->
                lines.computeIfAbsent(line(row, now), l -> new ArrayList<>()).add(row.host()));
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of("STATE", "HOSTS", "GROUPS", "SYSTEM", "TROUBLE"));
        lines.forEach((line, hosts) -> cells.add(
                List.of(line.state(), Phrases.hosts(HostSet.of(hosts)), line.groups(), line.system(), line.trouble())));
        long on = rows.stream().filter(row -> row.isOn(now)).count();
        return TextTable.align(cells, new Ansi(style.colour())) + Phrases.count(rows.size(), "host") + ", "
                + Phrases.number(on) + " on\n";
    }

    private static Line line(KnownHost row, Instant now) {
        return new Line(
                state(row, now),
                groups(row),
                row.presence().map(presence -> system(presence.facts())).orElse(""),
                trouble(row));
    }

    private static String trouble(KnownHost row) {
        String clock = row.skew()
                .map(ahead -> "clock " + (ahead.isNegative() ? "-" : "+") + Phrases.about(ahead.abs()))
                .orElse("");
        String told = row.presence().map(Presence::trouble).map(Printable::of).orElse("");
        String twin = row.doubled() ? "two machines have this name and key: invite one of them under another name" : "";
        return Stream.of(clock, twin, told).filter(text -> !text.isEmpty()).collect(Collectors.joining("; "));
    }

    private static String state(KnownHost row, Instant now) {
        if (row.isOn(now)) {
            return "on";
        }
        if (row.enrolled().isEmpty()) {
            return row.invited() ? invited(row, now) : "unknown key";
        }
        return row.lastSign()
                .map(at -> "off, seen " + Phrases.span(Duration.between(at, now)) + " ago")
                .orElse("never seen");
    }

    private static String invited(KnownHost row, Instant now) {
        return row.invitedUntil().filter(end -> !now.isBefore(end)).isPresent() ? "invitation expired" : "invited";
    }

    private static String groups(KnownHost row) {
        return row.enrolled().map(EnrolledHost::groups).stream()
                .flatMap(groups -> groups.stream())
                .map(GroupName::value)
                .collect(Collectors.joining(","));
    }

    private static String system(Facts facts) {
        String system = facts.text("os") + " " + facts.text("os_version") + " " + facts.text("arch");
        return Printable.of(system.strip());
    }

    /** Fields: {@code host state on enrolled invited doubled groups fingerprint lastSeen trouble clockAheadSeconds facts}. */
    public static String json(List<KnownHost> rows, Instant now) {
        ObjectNode root = JsonForms.object();
        root.putArray("hosts");
        rows.forEach(row -> root.withArray("hosts").add(host(row, now)));
        return JsonForms.pretty(root);
    }

    private static ObjectNode host(KnownHost row, Instant now) {
        ObjectNode node = JsonForms.object()
                .put("host", row.host().value())
                .put("state", state(row, now))
                .put("on", row.isOn(now))
                .put("enrolled", row.enrolled().isPresent())
                .put("invited", row.invited())
                .put("doubled", row.doubled());
        node.putArray("groups");
        row.enrolled().ifPresent(enrolled -> {
            enrolled.groups().forEach(group -> node.withArray("groups").add(group.value()));
            node.put("fingerprint", enrolled.fingerprint().value());
        });
        JsonForms.putTime(node, "lastSeen", row.lastSign());
        Optional<Presence> presence = row.presence();
        node.put("trouble", presence.map(Presence::trouble).orElse(""));
        row.skew().ifPresent(ahead -> node.put("clockAheadSeconds", ahead.toSeconds()));
        node.putObject("facts");
        presence.ifPresent(entry -> entry.facts()
                .values()
                .forEach((name, value) -> node.withObject("/facts").putPOJO(name, value)));
        return node;
    }
}
