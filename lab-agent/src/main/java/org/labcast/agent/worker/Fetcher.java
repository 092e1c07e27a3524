package org.labcast.agent.worker;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.labcast.agent.core.StoppedException;
import org.labcast.agent.ledger.BlockingLedger;
import org.labcast.agent.ledger.Entry;
import org.labcast.agent.ledger.LedgerState;
import org.labcast.agent.output.Spool;
import org.labcast.model.Bytes;
import org.labcast.model.OrderId;
import org.labcast.model.result.Event;
import org.labcast.model.result.OutputStreamName;

/** Answers fetches from what the spool keeps. An answer that is interrupted begins anew, so pieces may come twice. */
public final class Fetcher implements Runnable {
    private static final int PIECE = 256 << 10;
    /** Pieces wait on disk already, so few of them need to wait in the ledger too. */
    private static final long ROOM = 2 << 20;

    private final BlockingLedger ledger;
    private final Spool spool;
    private volatile boolean stopped;

    public Fetcher(BlockingLedger ledger, Spool spool) {
        this.ledger = ledger;
        this.spool = spool;
    }

    public void stop() {
        stopped = true;
        ledger.signal().ring();
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                long rings = ledger.signal().rings();
                ledger.read(LedgerState::fetches).stream()
                        .findFirst()
                        .ifPresentOrElse(this::answer, () -> ledger.signal().await(rings, Duration.ofHours(1)));
            }
        } catch (StoppedException e) {
            // The fetch is in the ledger and is answered after the next start.
        }
    }

    private void answer(Entry.FetchTaken fetch) {
        OrderId id = fetch.header().id();
        List<Integer> attempts = spool.attempts(fetch.job(), fetch.task());
        if (attempts.isEmpty()) {
            String reason = "this host keeps no output of it: it wrote nothing, was not run here, or ran long ago";
            ledger.append(piece(fetch, new Event.NoOutput(fetch.task(), reason)), new Entry.FetchEnded(id));
            return;
        }
        for (int attempt : attempts) {
            for (OutputStreamName stream : OutputStreamName.values()) {
                send(fetch, attempt, stream);
            }
        }
        ledger.append(new Entry.FetchEnded(id));
    }

    private void send(Entry.FetchTaken fetch, int attempt, OutputStreamName stream) {
        long offset = 0;
        boolean last = false;
        while (!last) {
            ledger.awaitRoom(ROOM);
            Optional<Bytes> read = spool.read(fetch.job(), fetch.task(), attempt, stream, offset, PIECE);
            if (read.isEmpty()) {
                return;
            }
            Bytes content = read.get();
            last = content.size() < PIECE;
            ledger.append(piece(fetch, new Event.Chunk(fetch.task(), attempt, stream, offset, content, last)));
            offset += content.size();
        }
    }

    private static Entry piece(Entry.FetchTaken fetch, Event piece) {
        return new Entry.FetchAnswered(fetch.job(), fetch.header().replyTo(), piece);
    }
}
