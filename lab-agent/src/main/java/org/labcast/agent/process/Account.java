package org.labcast.agent.process;

import java.util.Optional;

/**
 * A user of this host, as passwd(5) describes one.
 *
 * @param home as written, whether or not it exists
 */
public record Account(String name, int uid, int gid, String home) {
    static Optional<Account> parse(String line) {
        String[] fields = line.strip().split(":", -1);
        if (fields.length != 7) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Account(
                    fields[0], Integer.parseUnsignedInt(fields[2]), Integer.parseUnsignedInt(fields[3]), fields[5]));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
