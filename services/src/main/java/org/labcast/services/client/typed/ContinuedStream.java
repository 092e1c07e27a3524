package org.labcast.services.client.typed;

import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.labcast.model.HostName;
import org.labcast.services.client.BusyException;
import org.labcast.services.client.CallRequest;
import org.labcast.services.client.NoProviderException;
import org.labcast.services.client.ProviderLostException;
import org.labcast.services.client.ServiceBus;
import org.labcast.services.client.ServiceStream;

/** A stream that is opened again, on whoever offers it then, when its provider is lost. Another thread may close it. */
final class ContinuedStream implements ServiceStream {
    private final ServiceBus bus;
    private final CallRequest request;
    private ServiceStream current;
    private long droppedBefore;
    private boolean closed;

    ContinuedStream(ServiceBus bus, CallRequest request) {
        this.bus = bus;
        this.request = request;
        this.current = bus.open(request);
    }

    @Override
    public synchronized HostName host() {
        return current.host();
    }

    @Override
    public Iterator<String> iterator() {
        return new Iterator<>() {
            private Iterator<String> lines = current().iterator();

            @Override
            public boolean hasNext() {
                while (true) {
                    try {
                        return lines.hasNext();
                    } catch (ProviderLostException lost) {
                        lines = reopened(lost).iterator();
                    }
                }
            }

            @Override
            public String next() {
                // What was lost since somebody asked is found by asking.
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return lines.next();
            }
        };
    }

    private synchronized ServiceStream current() {
        return current;
    }

    private ServiceStream reopened(ProviderLostException lost) {
        ServiceStream next;
        leave(lost);
        try {
            next = bus.open(request);
        } catch (NoProviderException | BusyException e) {
            e.addSuppressed(lost);
            throw e;
        }
        return take(next, lost);
    }

    private synchronized void leave(ProviderLostException lost) {
        if (closed) {
            throw lost;
        }
        current.close();
    }

    /** Opening takes its time, and who closes meanwhile does not wait for it. */
    private synchronized ServiceStream take(ServiceStream next, ProviderLostException lost) {
        if (closed) {
            next.close();
            throw lost;
        }
        droppedBefore += current.dropped();
        current = next;
        return next;
    }

    /** Of the provider that sends now; bytes of two providers do not make one sequence, so this does not go on. */
    @Override
    public InputStream bytes() {
        return current().bytes();
    }

    @Override
    public synchronized long dropped() {
        return droppedBefore + current.dropped();
    }

    @Override
    public synchronized void close() {
        closed = true;
        current.close();
    }
}
