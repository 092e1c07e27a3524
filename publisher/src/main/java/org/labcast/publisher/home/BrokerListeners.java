package org.labcast.publisher.home;

import java.util.List;
import org.labcast.broker.Listener;
import org.labcast.model.LabcastException;

/** Where the embedded broker listens, as {@code broker.listen} says. */
public final class BrokerListeners {
    private BrokerListeners() {}

    /** @throws LabcastException when the setting is not {@code host:port} */
    public static List<Listener> of(PublisherHome home, PublisherConfig config) {
        int colon = config.listen().lastIndexOf(':');
        String host = colon < 0 ? "" : config.listen().substring(0, colon);
        String port = config.listen().substring(colon + 1);
        if (host.isEmpty() || !port.matches("[0-9]{1,5}")) {
            throw new LabcastException(
                    home.configFile() + ": broker.listen is HOST:PORT, not '" + config.listen() + "'");
        }
        return List.of(new Listener(host, Integer.parseInt(port), java.util.Optional.empty(), false));
    }
}
