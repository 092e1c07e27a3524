package netmonitor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.labcast.services.client.ServiceStream;
import org.labcast.services.page.Input;
import org.labcast.services.page.LineSource;
import org.labcast.services.page.Log;
import org.labcast.services.page.Page;
import org.labcast.services.page.Panel;
import org.labcast.services.page.Values;

/** What people see of NetMonitor: a button for each network, and a sniffer. Both write into the one window of results. */
public final class ClientGUICode implements NetMonitorGui {
    /** {@code NAME=NETWORK} for each button, with blanks between; a network is whatever nmap takes for one. */
    private static final String NETWORKS =
            Optional.ofNullable(System.getenv("NETMONITOR_NETWORKS")).orElse("Itself=127.0.0.1");

    @Override
    public void build(Page page, NetMonitor app) {
        Log results = page.window(Page.RESULTS_WINDOW);
        ports(page.panel("Open ports"), app, results);
        sniffer(page.panel("Sniffer"), app, results);
    }

    private static void ports(Panel panel, NetMonitor app, Log results) {
        panel.field(Input.text("ports", "1-1024").hinted("Such as 22,80,8000-8100."));
        Arrays.stream(NETWORKS.split("\\s+")).map(pair -> pair.split("=", 2)).forEach(pair -> panel.button(pair[0], values -> {
            results.line("Open ports of " + pair[0] + ":");
            results.text(app.PortMonitoring_PORT.getOpenPorts(pair[1], values.text("ports")));
        }));
    }

    private static void sniffer(Panel panel, NetMonitor app, Log results) {
        List<Input> inputs = List.of(
                Input.text("device", "any"),
                Input.integer("count", "1000").hinted("It ends after so many packets."),
                Input.text("filter", "").hinted("Such as tcp port 80; empty for all packets."));
        panel.stream("sniff", inputs, values -> sniff(app, values, results), results);
    }

    private static LineSource sniff(NetMonitor app, Values values, Log results) {
        String[] filter = values.text("filter").isBlank() ? new String[0] : values.text("filter").strip().split("\\s+");
        ServiceStream stream = app.Sniffing_PORT.sniff(values.text("device"), values.integer("count"), filter);
        results.line("Sniffing on " + stream.host());
        return LineSource.of(stream, stream::dropped);
    }
}
