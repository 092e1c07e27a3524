package org.labcast.broker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.deployers.impl.FileConfigurationParser;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;

/** The shipped {@code broker.xml}, with a data folder and listeners of our own. */
final class ShippedSettings {
    private ShippedSettings() {}

    /** @param whenFailed instead of ending the process, which the broker shares with others here */
    static Configuration load(Path data, List<Listener> listeners, Runnable whenFailed) throws Exception {
        Configuration settings = parse();
        settings.getBrokerPlugins().removeIf(HaltWhenFailed.class::isInstance);
        settings.registerBrokerPlugin(new HaltWhenFailed(whenFailed));
        settings.setBindingsDirectory(data.resolve("bindings").toString());
        settings.setJournalDirectory(data.resolve("journal").toString());
        settings.setLargeMessagesDirectory(data.resolve("large-messages").toString());
        settings.setPagingDirectory(data.resolve("paging").toString());
        settings.clearAcceptorConfigurations();
        for (int i = 0; i < listeners.size(); i++) {
            settings.addAcceptorConfiguration(acceptor(data, listeners.get(i), i));
        }
        return settings;
    }

    private static Configuration parse() throws Exception {
        try (InputStream xml =
                Objects.requireNonNull(ShippedSettings.class.getResourceAsStream("broker.xml"), "broker.xml")) {
            return new FileConfigurationParser().parseMainConfig(xml);
        }
    }

    private static TransportConfiguration acceptor(Path data, Listener listener, int number) throws IOException {
        Map<String, Object> transport = new HashMap<>();
        transport.put(TransportConstants.HOST_PROP_NAME, listener.host());
        transport.put(TransportConstants.PORT_PROP_NAME, listener.port());
        transport.put(TransportConstants.PROTOCOLS_PROP_NAME, "CORE");
        if (listener.identity().isPresent()) {
            transport.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
            transport.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.3,TLSv1.2");
            transport.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, "PEMCFG");
            transport.put(
                    TransportConstants.KEYSTORE_PATH_PROP_NAME,
                    PemConfiguration.write(
                                    data.resolve("listener-" + number + ".pemcfg"),
                                    listener.identity().get())
                            .toString());
        }
        return new TransportConfiguration(NettyAcceptorFactory.class.getName(), transport, acceptorName(number));
    }

    static String acceptorName(int number) {
        return "labcast-" + number;
    }
}
