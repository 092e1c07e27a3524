package org.labcast.deploy.benchmark;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.labcast.model.Bytes;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.home.PublisherHome;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.Incoming;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.jms.TransientConsumer;
import org.labcast.transport.jms.TransientSender;

/** The other end of bare messages: prints its address, then answers each {@code ADDRESS COUNT SIZE} with so many messages. */
public final class Responder {
    private static final Bytes NO_SIGNATURE = Bytes.utf8("none");

    private Responder() {}

    public static void main(String[] args) throws InterruptedException {
        try (Wiring wiring = Wiring.of(new PublisherHome(java.nio.file.Path.of(args[0])));
                TransientConsumer requests = TransientConsumer.forReplies(
                        wiring.connection(), wiring.config().brokerUser());
                TransientSender sender = new TransientSender(wiring.connection())) {
            BlockingQueue<String> asked = new LinkedBlockingQueue<>();
            requests.listen(message -> asked.add(text(message)));
            System.out.println(requests.address());
            while (true) {
                String[] words = asked.take().split(" ");
                SignedMessage answer = message(new byte[Integer.parseInt(words[2])]);
                for (int i = 0; i < Integer.parseInt(words[1]); i++) {
                    send(sender, words[0], answer);
                }
            }
        }
    }

    private static void send(TransientSender sender, String address, SignedMessage answer) throws InterruptedException {
        while (true) {
            try {
                sender.send(address, answer);
                return;
            } catch (BusException e) {
                if (e.fault() != BusException.Fault.FULL) {
                    throw e;
                }
                Thread.sleep(1); // the reader is behind
            }
        }
    }

    static SignedMessage message(byte[] payload) {
        return new SignedMessage(Bytes.of(payload), NO_SIGNATURE);
    }

    static String text(Incoming message) {
        return ((Incoming.Arrived) message).message().payload().text();
    }
}
