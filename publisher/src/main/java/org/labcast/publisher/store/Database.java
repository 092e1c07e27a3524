package org.labcast.publisher.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.labcast.model.Bytes;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * One connection to the SQLite file. A thread that needs it while another uses it waits.
 *
 * <p>WAL lets a report be read while results come in; FULL makes each commit wait for the disk, because the broker
 * forgets a result as soon as it was taken in.
 */
final class Database implements AutoCloseable {
    /** How long to wait for another publisher's transaction, which takes milliseconds. */
    private static final int BUSY_MILLIS = 15_000;

    /** Makes a value of a row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Path file;
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private long writes;

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    static Database open(Path file) {
        create(file);
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        try {
            return new Database(file, config.createConnection("jdbc:sqlite:" + file));
        } catch (SQLException e) {
            throw SqlFault.explain(file, e);
        }
    }

    /** The file holds tokens of invitations and outputs of commands: nobody else may read it. */
    private static void create(Path file) {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            // made by an earlier run
        } catch (IOException e) {
            throw new StoreException(
                    "cannot make the store " + file + " (" + e + "): check that its folder exists and is yours", e);
        }
    }

    /** All of the work, or nothing of it; on return it is on the disk. */
    <T> T write(Supplier<T> work) {
        return transaction("BEGIN IMMEDIATE", () -> {
            writes++;
            return work.get();
        });
    }

    /** Several queries that see one state. */
    <T> T read(Supplier<T> work) {
        return transaction("BEGIN", work);
    }

    private synchronized <T> T transaction(String begin, Supplier<T> work) {
        script(begin);
        boolean done = false;
        try {
            T value = work.get();
            script("COMMIT");
            done = true;
            return value;
        } finally {
            if (!done) {
                rollback();
            }
        }
    }

    /** A failed COMMIT or a full disk may have rolled back already; then there is nothing to do. */
    private void rollback() {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("ROLLBACK");
        } catch (SQLException e) {
            // the fault that brought us here is the one to tell
        }
    }

    synchronized void script(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw SqlFault.explain(file, e);
        }
    }

    /** @return how many rows it changed */
    synchronized int update(String sql, Object... values) {
        try {
            return bind(sql, values).executeUpdate();
        } catch (SQLException e) {
            throw SqlFault.explain(file, e);
        }
    }

    synchronized <T> List<T> query(String sql, Row<T> row, Object... values) {
        List<T> all = new ArrayList<>();
        try (ResultSet rows = bind(sql, values).executeQuery()) {
            while (rows.next()) {
                all.add(row.read(rows));
            }
            return all;
        } catch (SQLException e) {
            throw SqlFault.explain(file, e);
        }
    }

    <T> Optional<T> first(String sql, Row<T> row, Object... values) {
        return query(sql, row, values).stream().findFirst();
    }

    long number(String sql, Object... values) {
        return query(sql, row -> row.getLong(1), values).get(0);
    }

    /** A column of bytes that is never NULL; the driver tells an empty one as null. */
    static Bytes bytes(ResultSet row, String column) throws SQLException {
        byte @Nullable [] content = row.getBytes(column);
        return content == null ? Bytes.EMPTY : Bytes.of(content);
    }

    private PreparedStatement bind(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** SQLite's data_version tells of others' commits only, so our own are counted beside it. */
    synchronized long version() {
        return (number("PRAGMA data_version") << 32) + writes;
    }

    Path file() {
        return file;
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw SqlFault.explain(file, e);
        }
    }
}
