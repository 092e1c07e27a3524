package org.labcast.publisher.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.labcast.model.service.ServiceEntry;
import org.labcast.services.client.ServiceEvent;
import org.labcast.text.Printable;

/** The list of services; what hosts wrote is made safe to show. */
public final class ServicesTable {
    private static final String NONE = "no services: publisher services install FILE makes hosts offer some\n";

    private ServicesTable() {}

    public static String text(List<ServiceEntry> entries, TerminalStyle style) {
        if (entries.isEmpty()) {
            return NONE;
        }
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of("INTERFACE.PORT", "HOST", "KIND", "PARAMETERS", "VERSION", "FREE"));
        entries.forEach(entry -> cells.add(List.of(
                entry.port().toString(),
                entry.host().value(),
                kind(entry),
                Printable.of(entry.signature()),
                Printable.of(entry.version()),
                Phrases.number(entry.free()))));
        return TextTable.align(cells, new Ansi(style.colour()));
    }

    private static String kind(ServiceEntry entry) {
        return entry.stream() ? "stream" : "call";
    }

    /** A paragraph for each. */
    public static String described(List<ServiceEntry> entries, TerminalStyle style) {
        Ansi ansi = new Ansi(style.colour());
        return entries.isEmpty()
                ? NONE
                : entries.stream().map(entry -> described(entry, ansi)).collect(Collectors.joining("\n"));
    }

    private static String described(ServiceEntry entry, Ansi ansi) {
        StringBuilder text = new StringBuilder();
        text.append(ansi.bold(entry.port() + " on " + entry.host())).append('\n');
        line(text, "kind", kind(entry));
        line(text, "parameters", entry.signature());
        line(text, "returns", entry.returns());
        line(text, "idempotent", entry.idempotent() ? "yes" : "");
        line(text, "component", entry.component());
        line(text, "version", entry.version());
        line(text, "attributes", attributes(entry));
        line(text, "free slots", Phrases.number(entry.free()));
        line(text, "spec", entry.spec());
        line(text, "installed by", entry.installedBy().value());
        line(text, "about", entry.documentation());
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append(String.format("  %-13s %s%n", name, Printable.of(value)));
        }
    }

    private static String attributes(ServiceEntry entry) {
        return entry.attributes().entrySet().stream()
                .map(attribute -> attribute.getKey() + "=" + attribute.getValue())
                .collect(Collectors.joining(", "));
    }

    /** One line: {@code appeared PortMonitoring.getOpenPorts on lab-01}. */
    public static String text(ServiceEvent event) {
        ServiceEntry entry = event.entry();
        return Printable.of(word(event) + " " + entry.port() + " on " + entry.host() + ", version " + entry.version());
    }

    private static String word(ServiceEvent event) {
        if (event instanceof ServiceEvent.Appeared) {
            return "appeared";
        }
        return event instanceof ServiceEvent.Changed ? "changed" : "vanished";
    }

    /**
     * Fields of each: {@code interface port host component stream signature returns idempotent version attributes documentation spec
     * free installedBy at}.
     */
    public static String json(List<ServiceEntry> entries) {
        ObjectNode root = JsonForms.object();
        root.putArray("services");
        entries.forEach(entry -> root.withArray("services").add(node(entry)));
        return JsonForms.pretty(root);
    }

    /** One line: {@code event}, and {@code service} as in the list. */
    public static String json(ServiceEvent event) {
        ObjectNode root = JsonForms.object();
        root.put("event", word(event));
        root.set("service", node(event.entry()));
        return JsonForms.line(root);
    }

    private static ObjectNode node(ServiceEntry entry) {
        ObjectNode node = JsonForms.object()
                .put("interface", entry.port().contract())
                .put("port", entry.port().port())
                .put("host", entry.host().value())
                .put("component", entry.component())
                .put("stream", entry.stream())
                .put("signature", entry.signature())
                .put("returns", entry.returns())
                .put("idempotent", entry.idempotent())
                .put("version", entry.version());
        ObjectNode attributes = node.putObject("attributes");
        for (Map.Entry<String, String> attribute : entry.attributes().entrySet()) {
            attributes.put(attribute.getKey(), attribute.getValue());
        }
        return node.put("documentation", entry.documentation())
                .put("spec", entry.spec())
                .put("free", entry.free())
                .put("installedBy", entry.installedBy().value())
                .put("at", entry.at().toString());
    }
}
