package org.labcast.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.core.client.impl.ClientLargeMessageImpl;
import org.apache.activemq.artemis.core.client.impl.ClientMessageImpl;
import org.junit.jupiter.api.Test;

class PollingConsumerTest {
    private static final ClientMessage SMALL = new ClientMessageImpl();
    private static final ClientMessage LARGE = new ClientLargeMessageImpl();
    private static final ClientMessage NOTHING = null;

    @Test
    void afterALargeMessageOneNothingIsNotBelieved() throws Exception {
        assertThat(taken(LARGE, NOTHING, SMALL, NOTHING)).containsExactly(LARGE, SMALL);
        assertThat(taken(LARGE, NOTHING, LARGE, NOTHING, SMALL, NOTHING)).containsExactly(LARGE, LARGE, SMALL);
    }

    @Test
    void theSecondOneIs() throws Exception {
        assertThat(taken(LARGE, NOTHING, NOTHING, SMALL)).containsExactly(LARGE);
    }

    @Test
    void afterASmallMessageOneIsEnough() throws Exception {
        assertThat(taken(SMALL, NOTHING, SMALL)).containsExactly(SMALL);
        assertThat(taken(NOTHING, SMALL)).isEmpty();
    }

    private static List<ClientMessage> taken(ClientMessage... answers) throws Exception {
        Iterator<ClientMessage> script = Stream.of(answers).iterator();
        PollingConsumer consumer = new PollingConsumer(script::next);
        List<ClientMessage> taken = new ArrayList<>();
        for (ClientMessage message = consumer.next(); message != null; message = consumer.next()) {
            taken.add(message);
        }
        return taken;
    }
}
