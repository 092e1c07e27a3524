package org.labcast.publisher.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;

/** Brings a store to the present schema: numbered scripts, the last one applied is SQLite's {@code user_version}. */
final class SchemaMigration {
    static final int NEWEST = 5;

    private final Database database;

    SchemaMigration(Database database) {
        this.database = database;
    }

    void migrate(Clock clock) {
        if (version() > NEWEST) {
            throw new StoreException("the store " + database.file() + " was written by a newer Labcast (schema "
                    + version() + ", this program knows " + NEWEST + "): use the newer program");
        }
        if (version() < NEWEST) {
            database.write(() -> {
                apply(clock);
                return NEWEST;
            });
        }
    }

    /** Looks again at the version, because another publisher may have been faster. */
    private void apply(Clock clock) {
        int from = version();
        for (int number = from + 1; number <= NEWEST; number++) {
            database.script(text(number));
            database.script("PRAGMA user_version = " + number);
        }
        if (from == 0) {
            database.update(
                    "INSERT INTO store (epoch) VALUES (?)", clock.instant().getEpochSecond());
        }
    }

    private int version() {
        return (int) database.number("PRAGMA user_version");
    }

    private static String text(int number) {
        try (InputStream script = Objects.requireNonNull(SchemaMigration.class.getResourceAsStream(number + ".sql"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
