package org.labcast.transport.jms;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.labcast.transport.jms.BusException.Fault;

/** Why connecting failed. The client library does not tell a refused port from a refused certificate, so we look. */
final class ConnectFaults {
    private ConnectFaults() {}

    static BusException of(Endpoint endpoint, Timeouts timeouts, JMSException cause) {
        if (BusFaults.type(cause)
                .filter(ActiveMQExceptionType.SECURITY_EXCEPTION::equals)
                .isPresent()) {
            return new BusException(
                    Fault.CREDENTIALS,
                    "The broker at " + endpoint.url() + " does not know user '" + endpoint.user()
                            + "' or the password is wrong.",
                    cause);
        }
        BrokerUrl url = BrokerUrl.parse(endpoint.url());
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress(url.host(), url.port()), timeouts.connectMillis());
        } catch (IOException e) {
            return new BusException(
                    Fault.UNREACHABLE,
                    "No broker answers at " + endpoint.url() + " (" + e.getMessage()
                            + "); is it running, and is the address right?",
                    cause);
        }
        if (url.tls()) {
            return new BusException(
                    Fault.UNTRUSTED,
                    "The broker at " + endpoint.url() + " does not prove by TLS who it is: it does not speak TLS, or"
                            + " its certificate is not trusted, expired or for another name.",
                    cause);
        }
        return new BusException(
                Fault.UNREACHABLE,
                "Something listens at " + endpoint.url() + " but does not answer as a broker; does it want TLS"
                        + " (?sslEnabled=true)?",
                cause);
    }
}
