package org.labcast.broker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each user has waiting at each address. May be used by any thread. */
final class WaitingByUser {
    /** A message takes this much beside its bytes. */
    private static final int OVERHEAD = 256;

    private final long mostMessages;
    private final long mostBytes;
    private final Map<String, Map<String, Amount>> users = new HashMap<>();

    private record Amount(long messages, long bytes) {
        private static final Amount NONE = new Amount(0, 0);

        /** A message that was counted before its address was forgotten leaves no debt. */
        private Amount plus(long moreMessages, long moreBytes) {
            return new Amount(Math.max(0, messages + moreMessages), Math.max(0, bytes + moreBytes));
        }
    }

    /** @param mostMessages of one user, and {@code mostBytes} of all of them */
    WaitingByUser(long mostMessages, long mostBytes) {
        this.mostMessages = mostMessages;
        this.mostBytes = mostBytes;
    }

    /** @return false, and nothing has changed, when that would be too much */
    synchronized boolean add(String user, String address, long bytes) {
        Map<String, Amount> addresses = users.computeIfAbsent(user, name -> new HashMap<>());
        Amount all = addresses.values().stream()
                .reduce(Amount.NONE, (one, other) -> one.plus(other.messages, other.bytes))
                .plus(1, bytes + OVERHEAD);
        if (all.messages > mostMessages || all.bytes > mostBytes) {
            return false;
        }
        load(user, address, bytes);
        return true;
    }

    /** Counts what waits already, even beyond the limits. */
    synchronized void load(String user, String address, long bytes) {
        users.computeIfAbsent(user, name -> new HashMap<>())
                .merge(address, new Amount(1, bytes + OVERHEAD), (one, more) -> one.plus(more.messages, more.bytes));
    }

    synchronized void remove(String user, String address, long bytes) {
        users.computeIfPresent(user, (name, addresses) -> {
            addresses.computeIfPresent(address, (same, amount) -> less(amount, bytes));
            return nullIfEmpty(addresses);
        });
    }

    private static @Nullable Amount less(Amount amount, long bytes) {
        Amount left = amount.plus(-1, -bytes - OVERHEAD);
        return left.equals(Amount.NONE) ? null : left;
    }

    private static @Nullable Map<String, Amount> nullIfEmpty(Map<String, Amount> addresses) {
        return addresses.isEmpty() ? null : addresses;
    }

    synchronized void forget(String address) {
        users.values().forEach(addresses -> addresses.remove(address));
        users.values().removeIf(Map::isEmpty);
    }

    synchronized List<String> addresses(String user) {
        return Optional.ofNullable(users.get(user))
                .map(Map::keySet)
                .map(List::copyOf)
                .orElse(List.of());
    }

    String limits() {
        return mostMessages + " messages or " + mostBytes + " bytes";
    }
}
