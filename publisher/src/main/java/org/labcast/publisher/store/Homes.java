package org.labcast.publisher.store;

import java.time.Clock;

/** Where this store is used: a store that is copied with its home must not answer for the home that it was copied from. */
public final class Homes {
    private final Database database;
    private final Clock clock;

    Homes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
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
