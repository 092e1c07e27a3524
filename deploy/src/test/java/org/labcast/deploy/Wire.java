package org.labcast.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labcast.broker.Provisioning;
import org.labcast.model.HostName;
import org.labcast.model.result.Event;
import org.labcast.model.result.Result;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.Browser;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.DurableSender;
import org.labcast.transport.jms.Endpoint;
import org.labcast.transport.jms.OutboundMessage;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;

/** The broker as one sees it who has an administrator's password, and perhaps no key. */
final class Wire implements AutoCloseable {
    private static final Pattern RESULTS = Pattern.compile("labcast\\.results\\.[a-z0-9-]+");

    private final Administrator administrator;
    private final BusConnection connection;

    Wire(Administrator administrator) {
        this.administrator = administrator;
        connection = BusConnection.open(new Endpoint(
                administrator.brokerUrl(),
                Provisioning.user(Administrator.NAME),
                administrator.password(),
                Optional.empty()));
    }

    /** What waits for a host that is off. */
    List<SignedMessage> waitingFor(HostName host) {
        return new Browser(connection).browse(Addresses.jobs(host));
    }

    /** Puts messages into a host's queue, each as new to the broker. */
    void put(HostName host, List<SignedMessage> messages) {
        try (DurableSender sender = new DurableSender(connection)) {
            sender.post(messages.stream()
                    .map(message -> OutboundMessage.toQueue(Addresses.jobs(host), message))
                    .toList());
        }
    }

    /** How many hosts' last words about a job wait for the publisher. */
    long finished(String job) {
        return new Browser(connection)
                .browse(results()).stream()
                        .map(message -> Codec.readHostMessage(message.payload()))
                        .filter(Result.class::isInstance)
                        .map(Result.class::cast)
                        .filter(result -> result.job().value().equals(job))
                        .filter(result -> result.events().stream().anyMatch(Event.Finished.class::isInstance))
                        .count();
    }

    /** Where hosts answer this home. */
    private String results() {
        Matcher address = RESULTS.matcher(administrator.must("home"));
        assertThat(address.find()).isTrue();
        return address.group();
    }

    @Override
    public void close() {
        connection.close();
    }
}
