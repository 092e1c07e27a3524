package org.labcast.transport.jms;

import java.net.URI;
import java.net.URISyntaxException;
import org.labcast.text.Printable;

/** The one form of broker URL we take: no option of the client library can be smuggled in through an invitation. */
record BrokerUrl(String host, int port, boolean tls) {
    static BrokerUrl parse(String url) {
        try {
            URI uri = new URI(url);
            String query = uri.getRawQuery();
            boolean tls = "sslEnabled=true".equals(query);
            boolean plain = query == null || query.equals("sslEnabled=false");
            boolean bare = uri.getUserInfo() == null && uri.getRawPath().isEmpty() && uri.getFragment() == null;
            if ("tcp".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0 && bare && (tls || plain)) {
                return new BrokerUrl(unbracketed(uri.getHost()), uri.getPort(), tls);
            }
        } catch (URISyntaxException e) {
            // refused below, like every other form
        }
        throw new BusException(
                BusException.Fault.BAD_URL,
                "The broker URL '" + Printable.of(url)
                        + "' must be tcp://HOST:PORT, with ?sslEnabled=true behind it for TLS.");
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
