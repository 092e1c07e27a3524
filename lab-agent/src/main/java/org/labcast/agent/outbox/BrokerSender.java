package org.labcast.agent.outbox;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.labcast.agent.core.ChangeSignal;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.OutboundMessage;

/** The way to the broker, when there is one. */
public final class BrokerSender {
    private final ChangeSignal signal;
    private volatile @Nullable Sender sender;
    private volatile CompletableFuture<BusException> broken = new CompletableFuture<>();

    /** Posts messages, all or none of them. */
    @FunctionalInterface
    public interface Sender {
        /** @throws BusException when perhaps not all of them are on the broker's disk */
        void post(List<OutboundMessage> messages);
    }

    /** @param bell rings when the way opens */
    public BrokerSender(ChangeSignal signal) {
        this.signal = signal;
    }

    /** @return completed when the way proves to be of no use */
    public CompletableFuture<BusException> open(Sender opened) {
        broken = new CompletableFuture<>();
        sender = opened;
        signal.ring();
        return broken.copy();
    }

    /** Nothing can be sent from now on. */
    public void shut() {
        sender = null;
    }

    void failed(BusException reason) {
        shut();
        broken.complete(reason);
    }

    public Optional<Sender> sender() {
        return Optional.ofNullable(sender);
    }
}
