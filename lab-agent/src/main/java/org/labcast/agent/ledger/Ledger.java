package org.labcast.agent.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.labcast.agent.core.AgentException;
import org.labcast.agent.core.ChangeSignal;
import org.labcast.model.OrderId;

/** The file and what it comes to, for several threads. What {@link #append} has returned from is never forgotten. */
public final class Ledger implements Closeable {
    private static final long SMALL = 4 << 20;

    private final Path path;
    private final LedgerFile file;
    private final ChangeSignal signal = new ChangeSignal();
    private Content content;
    private long compactAt;

    /**
     * What the file comes to.
     *
     * @param places where the lines of the open jobs begin, in bytes
     */
    private record Content(LedgerState state, Map<OrderId, Long> places) {
        Content() {
            this(new LedgerState(), new HashMap<>());
        }

        void apply(long position, List<Entry> entries) {
            for (Entry entry : entries) {
                state.apply(entry);
                if (entry instanceof Entry.JobAccepted accepted) {
                    places.put(accepted.order(), position);
                } else if (entry instanceof Entry.JobEnded || entry instanceof Entry.JobDropped) {
                    places.remove(((Entry.OfOrder) entry).order());
                }
            }
        }
    }

    private Ledger(Path path, LedgerFile file, Content content) {
        this.path = path;
        this.file = file;
        this.content = content;
        this.compactAt = SMALL;
    }

    /**
     * Opens or makes a ledger.
     *
     * @throws DamagedLedgerException when it cannot be believed
     */
    public static Ledger open(Path path) {
        Content content = new Content();
        return new Ledger(path, LedgerFile.open(path, content::apply), content);
    }

    /** What a ledger says that perhaps another process is writing. */
    public static LedgerState look(Path path) {
        return content(path).state();
    }

    /** Entries to be appended, and what to answer the caller. */
    public record Step<T>(List<Entry> entries, T answer) {
        public static <T> Step<T> of(T answer, Entry... entries) {
            return new Step<>(List.of(entries), answer);
        }
    }

    /**
     * Decides upon the state and appends what was decided, all or none of it, synced; nobody else comes between.
     *
     * @throws LedgerFullException when nothing could be written; nothing has changed
     */
    public <T> T append(Function<LedgerState, Step<T>> decision) {
        Step<T> step = appendLocked(decision);
        if (!step.entries().isEmpty()) {
            signal.ring();
        }
        return step.answer();
    }

    private synchronized <T> Step<T> appendLocked(Function<LedgerState, Step<T>> decision) {
        Step<T> step = decision.apply(content.state());
        if (!step.entries().isEmpty()) {
            content.apply(file.append(step.entries()), step.entries());
        }
        return step;
    }

    public void append(Entry... entries) {
        append(state -> Step.of(true, entries));
    }

    public synchronized <T> T read(Function<LedgerState, T> question) {
        return question.apply(content.state());
    }

    /**
     * An open job as it was accepted, read from the file.
     *
     * @throws AgentException when the file can no longer be read
     */
    public synchronized Entry.JobAccepted accepted(OrderId job) {
        try {
            long place = Optional.ofNullable(content.places().get(job)).orElseThrow();
            return LedgerReader.readLine(path, place).stream()
                    .filter(Entry.JobAccepted.class::isInstance)
                    .map(Entry.JobAccepted.class::cast)
                    .filter(entry -> entry.order().equals(job))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** Rings after every append of something. */
    public ChangeSignal signal() {
        return signal;
    }

    /**
     * Throws away what no longer matters, when the file has grown well beyond that.
     *
     * @throws LedgerFullException when there is no room for it; nothing has changed
     */
    public synchronized void compactIfLarge(Instant now) {
        if (file.size() >= compactAt) {
            compact(now);
        }
    }

    synchronized void compact(Instant now) {
        LedgerState state = content.state();
        file.replace(successor -> {
            state.memory(now).forEach(entry -> successor.accept(List.of(entry)));
            replay(path, (position, entries) -> {
                List<Entry> live = entries.stream()
                        .filter(entry -> state.isLive(entry, now))
                        .toList();
                if (!live.isEmpty()) {
                    successor.accept(live);
                }
            });
        });
        content = content(path);
        compactAt = Math.max(SMALL, 4 * file.size());
    }

    private static Content content(Path path) {
        Content content = new Content();
        replay(path, content::apply);
        return content;
    }

    private static void replay(Path path, LedgerReader.Replay replay) {
        try {
            LedgerReader.read(path, replay);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static AgentException unreadable(Path path, IOException e) {
        return new AgentException("Cannot read the ledger " + path + ": " + e.getMessage() + ".", e);
    }

    @Override
    public synchronized void close() {
        file.close();
    }
}
