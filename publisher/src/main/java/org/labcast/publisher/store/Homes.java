package org.labcast.publisher.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.labcast.model.HomeId;
import org.labcast.model.HomeMark;

/**
 * Which home this store belongs to, and where it is used: a store that is copied with its home must not answer for the
 * home that it was copied from.
 */
public final class Homes {
    /** A copy that was not seen for so long is not told of any more. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    /** More than are ever written while the broker keeps an older one. */
    private static final int MARKS_KEPT = 1_000;

    private final Database database;
    private final Clock clock;

    /** A copy of this home that was in use. */
    public record Copy(String place, Instant at) {}

    Homes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The id of this home, which is made when the store is first asked for it; copies of the store have it too. */
    public HomeId id() {
        return present().orElseGet(() -> {
            database.write(() -> present().isPresent() ? 0 : add(HomeId.random()));
            return id();
        });
    }

    private Optional<HomeId> present() {
        return database.first(
                "SELECT id FROM home_id ORDER BY position DESC LIMIT 1", row -> new HomeId(row.getString(1)));
    }

    private int add(HomeId id) {
        return database.update("INSERT INTO home_id (id, since) VALUES (?, ?)", id.value(), clock.millis());
    }

    /**
     * Makes this a home of its own: with another id, another key for receipts, and numbers for its orders that no copy
     * gives. What was asked for before is left to the home that keeps the old id.
     */
    public HomeId renew() {
        HomeId id = HomeId.random();
        database.write(() -> add(id)
                + database.update("DELETE FROM home")
                + database.update("DELETE FROM home_copy")
                + database.update(
                        "UPDATE store SET epoch = max(epoch + 1, ?)",
                        clock.instant().getEpochSecond()));
        return id;
    }

    /** Remembers a mark as made here, before the broker has it. */
    public void remember(HomeMark mark) {
        database.write(() -> database.update("INSERT INTO home_mark (mark) VALUES (?)", mark.mark())
                + database.update(
                        "DELETE FROM home_mark WHERE position <= (SELECT max(position) FROM home_mark) - ?",
                        MARKS_KEPT));
    }

    public boolean isOwn(HomeMark mark) {
        return database.number("SELECT count(*) FROM home_mark WHERE mark = ?", mark.mark()) > 0;
    }

    /** A copy has left its mark, by which it may also say that it gives the id up. */
    public void met(HomeMark copy) {
        database.write(() -> copy.isLeaving()
                ? database.update("DELETE FROM home_copy")
                : database.update(
                        "INSERT OR REPLACE INTO home_copy (place, at) VALUES (?, ?)", copy.place(), clock.millis()));
    }

    /** The copy that was seen last, unless that was long ago. */
    public Optional<Copy> copy() {
        return database.first(
                "SELECT place, at FROM home_copy WHERE at > ? ORDER BY at DESC LIMIT 1",
                row -> new Copy(row.getString("place"), Instant.ofEpochMilli(row.getLong("at"))),
                clock.instant().minus(REMEMBERED).toEpochMilli());
    }

    /**
     * The key of the home in this place, which is made when the store is first used there.
     *
     * @param place names the machine and the folder
     */
    public HomeKey key(String place) {
        return database.first(
                        "SELECT certificate, key, (SELECT min(since) FROM home) < since AS copy FROM home WHERE place = ?",
                        row -> new HomeKey(
                                Database.bytes(row, "certificate"), row.getString("key"), row.getBoolean("copy")),
                        place)
                .orElseGet(() -> make(place));
    }

    private HomeKey make(String place) {
        database.write(() -> {
            boolean isCopy = database.number("SELECT count(*) FROM home") > 0;
            HomeKey made = HomeKey.generate(isCopy);
            return database.update(
                    "INSERT OR IGNORE INTO home (place, certificate, key, since) VALUES (?, ?, ?, ?)",
                    place,
                    made.certificate().toArray(),
                    made.secret(),
                    isCopy
                            ? Math.max(clock.millis(), database.number("SELECT min(since) + 1 FROM home"))
                            : clock.millis());
        });
        return key(place);
    }
}
