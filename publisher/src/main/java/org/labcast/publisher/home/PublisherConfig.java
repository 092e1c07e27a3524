package org.labcast.publisher.home;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.labcast.model.LabcastException;
import org.labcast.model.PublisherName;
import org.labcast.model.Realm;
import org.labcast.publisher.taskfile.TimeText;

/**
 * What {@code publisher.conf} says.
 *
 * @param brokerUrl where to reach the broker, {@code tcp://host:port}
 * @param listen where {@code publisher broker} listens, {@code host:port}
 * @param daemonIdle the resident publisher ends after so long without a command
 * @param gpgKey key that gpg holds and signs with; empty when the key is in {@code key.asc}
 */
public record PublisherConfig(
        Realm realm,
        PublisherName name,
        String brokerUrl,
        String brokerUser,
        String listen,
        Optional<String> gpgKey,
        Duration daemonIdle) {
    public static final Duration DAEMON_IDLE = Duration.ofMinutes(10);

    private static final Set<String> KEYS =
            Set.of("realm", "name", "broker.url", "broker.user", "broker.listen", "gpg.key", "daemon.idle");

    /** @throws LabcastException naming the key that is missing, unknown or wrong */
    static PublisherConfig parse(String file, String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
            Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
            unknown.removeAll(KEYS);
            if (!unknown.isEmpty()) {
                throw new LabcastException("unknown setting " + unknown + "; the settings are " + new TreeSet<>(KEYS));
            }
            return new PublisherConfig(
                    new Realm(required(properties, "realm")),
                    new PublisherName(required(properties, "name")),
                    required(properties, "broker.url"),
                    required(properties, "broker.user"),
                    required(properties, "broker.listen"),
                    Optional.ofNullable(properties.getProperty("gpg.key")),
                    Optional.ofNullable(properties.getProperty("daemon.idle"))
                            .map(time -> TimeText.parse(time.strip()))
                            .orElse(DAEMON_IDLE));
        } catch (IOException | IllegalArgumentException | LabcastException e) {
            throw new LabcastException(file + ": " + e.getMessage(), e);
        }
    }

    private static String required(Properties properties, String key) {
        String value = properties.getProperty(key, "").strip();
        if (value.isEmpty()) {
            throw new LabcastException("the setting " + key + " is missing");
        }
        return value;
    }

    String format() {
        return """
                # Which installation this is; jobs of other realms are refused by its hosts.
                realm = %s
                # Whose publisher this is; results come to the queue of this name.
                name = %s
                # Where the broker is, and as whom to log in (the password is in the file 'password').
                broker.url = %s
                broker.user = %s
                # Where 'publisher broker' listens; beyond loopback it uses TLS.
                broker.listen = %s
                """.formatted(realm, name, brokerUrl, brokerUser, listen)
                + gpgKey.map(key -> "# gpg holds the signing key.\ngpg.key = " + key + "\n")
                        .orElse("")
                + (daemonIdle.equals(DAEMON_IDLE)
                        ? ""
                        : "# The resident publisher ends after so long without a command.\ndaemon.idle = "
                                + daemonIdle.toSeconds() + "s\n");
    }
}
