package org.labcast.publisher.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.labcast.model.Bytes;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.OrderId;
import org.labcast.model.order.Header;
import org.labcast.model.order.Job;
import org.labcast.publisher.taskfile.TaskSource;
import org.labcast.text.Printable;
import org.labcast.transport.json.Codec;

final class SqlJobs implements Jobs {
    private static final String HINT = "; 'publisher jobs' lists the jobs";

    private final Database database;

    SqlJobs(Database database) {
        this.database = database;
    }

    @Override
    public StoredJob find(String wanted) {
        List<String> ids = ids(wanted.strip().toLowerCase(Locale.ROOT));
        if (ids.isEmpty()) {
            throw new StoreException("there is no job '" + Printable.of(wanted) + "'" + HINT);
        }
        if (ids.size() > 1) {
            throw new StoreException("'" + Printable.of(wanted) + "' may mean " + String.join(" or ", ids)
                    + ": write more of the id" + HINT);
        }
        return load(ids.get(0));
    }

    private List<String> ids(String wanted) {
        if (wanted.equals("last")) {
            return database.query(
                    "SELECT id FROM orders WHERE kind = 'Job' ORDER BY position DESC LIMIT 1", row -> row.getString(1));
        }
        return wanted.matches("[a-z2-7]{1,16}")
                ? database.query(
                        "SELECT id FROM orders WHERE kind = 'Job' AND id GLOB ? ORDER BY position DESC LIMIT 3",
                        row -> row.getString(1),
                        wanted + "*")
                : List.of();
    }

    private StoredJob load(String id) {
        List<HostName> expected = database.query(
                "SELECT host FROM expected WHERE order_id = ?", row -> new HostName(row.getString(1)), id);
        return database.query(
                        "SELECT payload, posted FROM orders WHERE id = ?", row -> job(row, HostSet.of(expected)), id)
                .get(0);
    }

    private static StoredJob job(ResultSet row, HostSet expected) throws SQLException {
        Bytes payload = Database.bytes(row, "payload");
        return new StoredJob((Job) Codec.readOrder(payload), payload, expected, row.getBoolean("posted"));
    }

    @Override
    public Optional<TaskSource> source(OrderId id) {
        return database.first(
                "SELECT path, content FROM source WHERE order_id = ?",
                row -> new TaskSource(row.getString("path"), Database.bytes(row, "content")),
                id.value());
    }

    @Override
    public List<JobSummary> newest(int most) {
        return database.query(
                "SELECT payload, posted FROM orders WHERE kind = 'Job' ORDER BY position DESC LIMIT ?",
                SqlJobs::summary,
                most);
    }

    private static JobSummary summary(ResultSet row) throws SQLException {
        Job job = (Job) Codec.readOrder(Database.bytes(row, "payload"));
        Header header = job.header();
        return new JobSummary(header, job.title(), job.tasks().size(), row.getBoolean("posted"));
    }

    @Override
    public String stamp(OrderId id) {
        return database.first(
                        "SELECT (SELECT ifnull(max(position), 0) FROM result WHERE order_id = o.id) || ' '"
                                + " || (SELECT ifnull(sum(times), 0) FROM refused WHERE order_id = o.id) || ' '"
                                + " || (SELECT count(*) FROM alert) || ' ' || posted FROM orders o WHERE id = ?",
                        row -> row.getString(1),
                        id.value())
                .orElse("");
    }

    @Override
    public Optional<String> counted(OrderId id, String stamp) {
        return database.first(
                "SELECT body FROM totals WHERE order_id = ? AND stamp = ?", row -> row.getString(1), id.value(), stamp);
    }

    @Override
    public void count(OrderId id, String stamp, String totals) {
        database.write(() -> database.update(
                "INSERT OR REPLACE INTO totals (order_id, stamp, body) VALUES (?, ?, ?)", id.value(), stamp, totals));
    }
}
