package org.labcast.services.client.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.labcast.model.HostName;
import org.labcast.model.LabcastException;
import org.labcast.model.service.CallId;
import org.labcast.model.service.ServiceCall;
import org.labcast.model.service.ServiceReply;
import org.labcast.model.service.ServiceReply.Accepted;
import org.labcast.model.service.ServiceReply.Declined;
import org.labcast.model.service.ServiceReply.Ended;
import org.labcast.model.service.ServiceReply.Piece;
import org.labcast.services.client.CallTimedOutException;
import org.labcast.services.client.CallTimeouts;
import org.labcast.services.client.ProviderLostException;
import org.labcast.transport.jms.BusException;

/**
 * One call, from asking to its end. One thread asks and reads, one hears what hosts reply, and time passes only by {@link
 * #tick}. What it holds in memory is at most the window that the host was granted.
 */
public final class ClientCall {
    /** Bytes that may be on the way or wait to be read; half of it is granted anew when half of it is read. */
    static final long WINDOW = 256 << 10;

    private final ServiceCall call;
    private final String digest;
    private final RequestSender requests;
    private final CallTimeouts timeouts;
    private final Deque<Chunk> unread = new ArrayDeque<>();

    private Optional<Accepted> accepted = Optional.empty();
    private Optional<Declined> declined = Optional.empty();
    private Optional<Ended> ended = Optional.empty();
    private Optional<LabcastException> failure = Optional.empty();
    private boolean closed;
    private boolean calledOff;
    private long next = 1;
    private long received;
    private long read;
    private long granted;
    private long dropped;
    private Duration age = Duration.ZERO;
    private Duration still = Duration.ZERO;
    private Duration sinceCredit = Duration.ZERO;

    /** @param digest SHA-256 of the call as it is sent */
    ClientCall(ServiceCall call, String digest, RequestSender requests, CallTimeouts timeouts) {
        this.call = call;
        this.digest = digest;
        this.requests = requests;
        this.timeouts = timeouts;
    }

    CallId id() {
        return call.call();
    }

    /**
     * Takes a reply that its host has signed.
     *
     * @return false when it is another host's acceptance, which nobody needs
     */
    synchronized boolean heard(ServiceReply reply) {
        if (reply instanceof Accepted one) {
            return accept(one);
        } else if (reply instanceof Declined one) {
            if (isAnswer(one.host(), one.digest()) && accepted.isEmpty() && declined.isEmpty()) {
                declined = Optional.of(one);
            }
        } else if (reply instanceof Piece piece && isFromProvider(piece.host(), piece.nonce())) {
            take(piece);
        } else if (reply instanceof ServiceReply.Alive alive && isFromProvider(alive.host(), alive.nonce())) {
            still = Duration.ZERO;
        } else if (reply instanceof Ended end && isFromProvider(end.host(), end.nonce())) {
            end(end);
        }
        notifyAll();
        return true;
    }

    private boolean accept(Accepted one) {
        if (!isAnswer(one.host(), one.digest()) || closed || declined.isPresent()) {
            return false;
        }
        if (accepted.isEmpty()) {
            accepted = Optional.of(one);
            notifyAll();
        }
        return accepted.get().nonce().equals(one.nonce());
    }

    private boolean isAnswer(HostName host, String itsDigest) {
        return itsDigest.equals(digest) && call.host().map(host::equals).orElse(true);
    }

    private boolean isFromProvider(HostName host, CallId nonce) {
        return granted > 0
                && accepted.filter(one -> one.host().equals(host) && one.nonce().equals(nonce))
                        .isPresent();
    }

    private void take(Piece piece) {
        still = Duration.ZERO;
        if (piece.sequence() < next || ended.isPresent()) {
            return; // the broker shows it a second time
        }
        if (piece.sequence() > next) {
            fail(new ProviderLostException("The output of " + call.port() + " on " + piece.host() + " is broken: piece "
                    + next + " is missing. Call again."));
            return;
        }
        received += piece.content().size();
        if (received > granted) {
            fail(new ProviderLostException(
                    piece.host() + " sent more output of " + call.port() + " than it was granted; look at its agent."));
            return;
        }
        next++;
        dropped += piece.dropped();
        if (!closed && !piece.content().isEmpty()) {
            keep(piece);
        }
    }

    private void keep(Piece piece) {
        if (unread.isEmpty() || unread.getLast().stream() != piece.stream()) {
            unread.addLast(new Chunk(piece.stream()));
        }
        unread.getLast().add(piece.content());
    }

    private void end(Ended end) {
        if (end.pieces() != next - 1) {
            fail(new ProviderLostException("The output of " + call.port() + " on " + end.host() + " is broken: of "
                    + end.pieces() + " pieces " + (next - 1) + " came. Call again."));
        } else if (ended.isEmpty()) {
            dropped += end.dropped();
            ended = Optional.of(end);
        }
    }

    /** The call breaks off; what was received before is still to be read. */
    synchronized void fail(LabcastException reason) {
        if (failure.isEmpty() && ended.isEmpty()) {
            failure = Optional.of(reason);
        }
        notifyAll();
    }

    /**
     * Lets time pass: a silent host is given up, a sign of life sent when one is due.
     *
     * @param elapsed since the last tick, on a clock that nobody sets
     */
    void tick(Duration elapsed) {
        boolean wasOver;
        boolean due;
        synchronized (this) {
            age = age.plus(elapsed);
            wasOver = isOver() || granted == 0;
            if (!wasOver) {
                still = still.plus(elapsed);
                sinceCredit = sinceCredit.plus(elapsed);
                judge();
            }
            due = sinceCredit.compareTo(timeouts.keepAlive()) >= 0;
            notifyAll();
        }
        if (!wasOver && isOver()) {
            callOff();
        } else if (!wasOver && due) {
            grant();
        }
    }

    private void judge() {
        HostName host = accepted.orElseThrow().host();
        Duration limit = call.timeout().plus(timeouts.silence());
        if (still.compareTo(timeouts.silence()) >= 0) {
            fail(new ProviderLostException(host + " has said nothing for "
                    + timeouts.silence().toSeconds() + " s while it was at " + call.port()
                    + "; how far it came is not known. See 'publisher hosts'."));
        } else if (!call.timeout().isZero() && age.compareTo(limit) >= 0) {
            fail(new CallTimedOutException(host + " did not end " + call.port() + " after its "
                    + call.timeout().toSeconds() + " s; it was called off."));
        }
    }

    private synchronized boolean isOver() {
        return closed || ended.isPresent() || failure.isPresent();
    }

    /**
     * Waits for a host to accept or decline.
     *
     * @return nothing when nobody did in this time
     * @throws LabcastException when the call could not be sent
     */
    synchronized Optional<ServiceReply> answer(Duration atMost) throws InterruptedException {
        Duration end = age.plus(atMost);
        while (accepted.isEmpty() && declined.isEmpty() && failure.isEmpty() && !closed && age.compareTo(end) < 0) {
            wait();
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
        return accepted.<ServiceReply>map(one -> one).or(() -> declined);
    }

    /** Tells the host that accepted to begin. */
    public void begin() {
        synchronized (this) {
            age = Duration.ZERO;
        }
        grant();
    }

    private void grant() {
        Accepted to;
        long total;
        synchronized (this) {
            to = accepted.orElseThrow();
            granted = read + WINDOW;
            total = granted;
            sinceCredit = Duration.ZERO;
        }
        requests.credit(to, total, fault -> fail(lost(to, fault)));
    }

    private LabcastException lost(Accepted host, BusException fault) {
        return new ProviderLostException(
                host.host() + " cannot be reached any more while it is at " + call.port() + ": " + fault.getMessage());
    }

    /**
     * Waits for more output and grants the host as much again.
     *
     * @return nothing at the end, or after {@link #callOff}
     * @throws LabcastException when the call broke off
     */
    public Optional<Chunk> next() throws InterruptedException {
        Chunk chunk;
        boolean due;
        synchronized (this) {
            while (unread.isEmpty() && !isOver()) {
                wait();
            }
            if (closed) {
                return Optional.empty();
            }
            if (unread.isEmpty()) {
                if (failure.isPresent()) {
                    throw failure.get();
                }
                return Optional.empty();
            }
            chunk = unread.removeFirst();
            read += chunk.size();
            due = !isOver() && granted - read <= WINDOW / 2;
        }
        if (due) {
            grant();
        }
        return Optional.of(chunk);
    }

    /** How it ended; there once {@link #next} has returned nothing, unless it was called off. */
    public synchronized Optional<Ended> ended() {
        return ended;
    }

    public synchronized Optional<HostName> host() {
        return accepted.map(Accepted::host);
    }

    /** Bytes that the host has dropped since nobody read them. */
    synchronized long dropped() {
        return dropped;
    }

    /** Nobody wants the rest; the host ends what still runs. */
    void callOff() {
        Optional<Accepted> at;
        synchronized (this) {
            at = calledOff || ended.isPresent() ? Optional.empty() : accepted;
            calledOff = true;
            closed = closed || failure.isEmpty();
            notifyAll();
        }
        at.ifPresent(one -> requests.callOff(one.call(), one.host(), one.nonce()));
    }
}
