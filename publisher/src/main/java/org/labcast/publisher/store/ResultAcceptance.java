package org.labcast.publisher.store;

import java.util.Optional;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;
import org.labcast.model.order.Target;
import org.labcast.model.result.Event;
import org.labcast.model.result.Refusal;
import org.labcast.model.result.Result;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Verified;

/** Whether to believe an answer whose signature is good: right key, right host, right bytes. */
final class ResultAcceptance {
    private final Database database;

    ResultAcceptance(Database database) {
        this.database = database;
    }

    boolean knows(OrderId order) {
        return database.number("SELECT count(*) FROM orders WHERE id = ?", order.value()) > 0;
    }

    boolean isKeyOf(HostName host, Fingerprint signer) {
        return database.number(
                        "SELECT count(*) FROM host WHERE host = ? AND fingerprint = ?", host.value(), signer.value())
                > 0;
    }

    /** Why not, or empty when it is to be believed. */
    Optional<String> objection(Verified<Result> verified) {
        Result result = verified.value();
        if (!isKeyOf(result.host(), verified.signer())) {
            return Optional.of("signed by " + verified.signer() + ", which is not the key of host " + result.host());
        }
        Optional<String> digest = database.first(
                "SELECT digest FROM orders WHERE id = ?",
                row -> row.getString(1),
                result.job().value());
        if (digest.isEmpty()) {
            return Optional.empty();
        }
        if (!digest.get().equals(result.jobDigest())) {
            return Optional.of("it answers an order with this id but other content than the one that was signed");
        }
        return isAsked(result) || saysSoItself(result)
                ? Optional.empty()
                : Optional.of("the order was not for host " + result.host());
    }

    /** Somebody redirected the order, and the host did not take it: good news, and worth knowing. */
    private static boolean saysSoItself(Result result) {
        return result.events().stream()
                .allMatch(event -> event instanceof Event.Refused no && no.reason() == Refusal.NOT_A_TARGET);
    }

    /** Expected, or in the target without our having known it when the order was made. */
    private boolean isAsked(Result result) {
        String order = result.job().value();
        String host = result.host().value();
        return database.number("SELECT count(*) FROM expected WHERE order_id = ? AND host = ?", order, host) > 0
                || target(order).includes(result.host(), GroupColumn.parse(groups(host)));
    }

    private Target target(String order) {
        Bytes payload = database.first(
                        "SELECT payload FROM orders WHERE id = ?", row -> Database.bytes(row, "payload"), order)
                .orElseThrow();
        return Codec.readOrder(payload).header().target();
    }

    private String groups(String host) {
        return database.first("SELECT groups FROM host WHERE host = ?", row -> row.getString(1), host)
                .orElse("");
    }
}
