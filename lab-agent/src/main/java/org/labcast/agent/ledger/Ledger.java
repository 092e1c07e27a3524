package org.labcast.agent.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.labcast.agent.AgentException;

/** The file and what it comes to, for several threads. What {@link #append} has returned from is never forgotten. */
public final class Ledger implements Closeable {
    private static final long SMALL = 4 << 20;

    private final Path path;
    private final LedgerFile file;
    private final Bell bell = new Bell();
    private LedgerState state;
    private long compactAt;

    private Ledger(Path path, LedgerFile file, LedgerState state) {
        this.path = path;
        this.file = file;
        this.state = state;
        this.compactAt = SMALL;
    }

    /**
     * Opens or makes a ledger.
     *
     * @throws DamagedLedgerException when it cannot be believed
     */
    public static Ledger open(Path path) {
        LedgerState state = new LedgerState();
        LedgerFile file = LedgerFile.open(path, entries -> entries.forEach(state::apply));
        return new Ledger(path, file, state);
    }

    /** What a ledger says that perhaps another process is writing. */
    public static LedgerState look(Path path) {
        LedgerState state = new LedgerState();
        replay(path, entries -> entries.forEach(state::apply));
        return state;
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
        T answer = appendLocked(decision);
        bell.ring();
        return answer;
    }

    private synchronized <T> T appendLocked(Function<LedgerState, Step<T>> decision) {
        Step<T> step = decision.apply(state);
        if (!step.entries().isEmpty()) {
            file.append(step.entries());
            step.entries().forEach(state::apply);
        }
        return step.answer();
    }

    public void append(Entry... entries) {
        append(state -> Step.of(true, entries));
    }

    public synchronized <T> T read(Function<LedgerState, T> question) {
        return question.apply(state);
    }

    /** Rings after every append. */
    public Bell bell() {
        return bell;
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
        file.replace(successor -> {
            state.memory(now).forEach(entry -> successor.accept(List.of(entry)));
            replay(path, entries -> {
                List<Entry> live = entries.stream()
                        .filter(entry -> state.isLive(entry, now))
                        .toList();
                if (!live.isEmpty()) {
                    successor.accept(live);
                }
            });
        });
        state = look(path);
        compactAt = Math.max(SMALL, 4 * file.size());
    }

    private static void replay(Path path, Consumer<List<Entry>> replay) {
        try {
            LedgerReader.read(path, replay);
        } catch (IOException e) {
            throw new AgentException("Cannot read the ledger " + path + ": " + e.getMessage() + ".", e);
        }
    }

    @Override
    public synchronized void close() {
        file.close();
    }
}
