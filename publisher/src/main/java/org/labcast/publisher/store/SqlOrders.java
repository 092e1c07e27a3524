package org.labcast.publisher.store;

import java.util.Optional;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.OrderId;
import org.labcast.model.order.Order;
import org.labcast.publisher.taskfile.TaskSource;

final class SqlOrders implements Orders {
    private final Database database;

    SqlOrders(Database database) {
        this.database = database;
    }

    @Override
    public long epoch() {
        return database.number("SELECT epoch FROM store");
    }

    @Override
    public long nextSequence(Fingerprint signer) {
        return database.write(() -> database.number(
                "INSERT INTO sequence (signer, last) VALUES (?, 1)"
                        + " ON CONFLICT (signer) DO UPDATE SET last = last + 1 RETURNING last",
                signer.value()));
    }

    @Override
    public void save(Order order, Bytes payload, HostSet expected) {
        String id = order.id().value();
        String kind = order.getClass().getSimpleName();
        database.write(() -> {
            database.update(
                    "INSERT INTO orders (id, kind, payload, digest) VALUES (?, ?, ?, ?)",
                    id,
                    kind,
                    payload.toArray(),
                    payload.sha256());
            for (HostName host : expected) {
                database.update("INSERT INTO expected (order_id, host) VALUES (?, ?)", id, host.value());
            }
            return id;
        });
    }

    @Override
    public void keep(OrderId job, TaskSource source) {
        database.write(() -> database.update(
                "INSERT INTO source (order_id, path, content) VALUES (?, ?, ?)",
                job.value(),
                source.path(),
                source.content().toArray()));
    }

    @Override
    public Optional<Bytes> payload(OrderId id) {
        return database.first(
                "SELECT payload FROM orders WHERE id = ?", row -> Database.bytes(row, "payload"), id.value());
    }

    @Override
    public void forget(OrderId id) {
        database.write(() -> database.update("DELETE FROM source WHERE order_id = ?", id.value())
                + database.update("DELETE FROM expected WHERE order_id = ?", id.value())
                + database.update("DELETE FROM orders WHERE id = ? AND posted = 0", id.value()));
    }

    @Override
    public void markPosted(OrderId id) {
        int marked = database.write(() -> database.update("UPDATE orders SET posted = 1 WHERE id = ?", id.value()));
        if (marked == 0) {
            throw new StoreException("the store knows no order " + id);
        }
    }
}
