package org.labcast.transport.jms;

import java.util.HashMap;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSClient;
import org.apache.activemq.artemis.api.jms.JMSFactoryType;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** The client library, set so that it hides nothing: no reconnecting, no retrying, bounded waits. */
final class ConnectionFactories {
    private static final long TTL_MILLIS = 15_000;
    private static final long CHECK_MILLIS = 5_000;

    private ConnectionFactories() {}

    static ActiveMQConnectionFactory of(Endpoint endpoint, Timeouts timeouts) {
        ActiveMQConnectionFactory factory = ActiveMQJMSClient.createConnectionFactoryWithoutHA(
                JMSFactoryType.CF,
                new TransportConfiguration(NettyConnectorFactory.class.getName(), transport(endpoint, timeouts)));
        factory.setReconnectAttempts(0);
        factory.setInitialConnectAttempts(1);
        factory.setConnectionTTL(TTL_MILLIS);
        factory.setClientFailureCheckPeriod(CHECK_MILLIS);
        factory.setCallTimeout(timeouts.call().toMillis());
        // Sends ride in transactions, whose commit answers for all of them: waiting for each would cost a round trip.
        factory.setBlockOnDurableSend(false);
        // What is sent outside of a transaction has no other way to learn that the address is gone.
        factory.setBlockOnNonDurableSend(true);
        factory.setBlockOnAcknowledge(true);
        // Without credits a broker short of disk answers with an error instead of keeping the sender waiting for ever.
        factory.setProducerWindowSize(-1);
        return factory;
    }

    private static Map<String, Object> transport(Endpoint endpoint, Timeouts timeouts) {
        BrokerUrl url = BrokerUrl.parse(endpoint.url());
        Map<String, Object> transport = new HashMap<>();
        transport.put(TransportConstants.HOST_PROP_NAME, url.host());
        transport.put(TransportConstants.PORT_PROP_NAME, url.port());
        transport.put(TransportConstants.NETTY_CONNECT_TIMEOUT, timeouts.connectMillis());
        if (url.tls()) {
            transport.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
            transport.put(TransportConstants.VERIFY_HOST_PROP_NAME, true);
            transport.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.3,TLSv1.2");
            endpoint.trustedCertificates().ifPresent(pem -> {
                transport.put(TransportConstants.TRUSTSTORE_TYPE_PROP_NAME, "PEM");
                transport.put(TransportConstants.TRUSTSTORE_PATH_PROP_NAME, pem.toString());
            });
        }
        return transport;
    }
}
