package org.labcast.agent.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.labcast.agent.core.ExecutionException;

/** The users of this host: those of {@code /etc/passwd}, then whatever else {@code getent} knows (LDAP, SSSD). */
final class Accounts {
    private static final Path PASSWD = Path.of("/etc/passwd");
    private static final long LONGEST_LOOKUP_SECONDS = 10;

    private final Account own;

    Accounts() {
        int uid = ownUid();
        own = find(Integer.toUnsignedString(uid), account -> account.uid() == uid)
                .orElse(new Account(Integer.toUnsignedString(uid), uid, uid, "/"));
    }

    /** The user that the agent runs as; one without a name has its number as its name. */
    Account own() {
        return own;
    }

    Optional<Account> named(String name) {
        return find(name, account -> account.name().equals(name));
    }

    private static int ownUid() {
        try {
            return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException e) {
            throw new ExecutionException("/proc cannot be read; is it mounted?", e);
        }
    }

    private static Optional<Account> find(String key, Predicate<Account> wanted) {
        try (Stream<String> lines = Files.lines(PASSWD, StandardCharsets.ISO_8859_1)) {
            Optional<Account> local = lines.flatMap(line -> Account.parse(line).stream())
                    .filter(wanted)
                    .findFirst();
            return local.isPresent() ? local : getent(key).filter(wanted);
        } catch (IOException e) {
            return getent(key).filter(wanted);
        }
    }

    /** The network's directory may hang; the command then has no user rather than the agent no time. */
    private static Optional<Account> getent(String key) {
        Optional<Path> getent = SearchPath.find("getent");
        if (getent.isEmpty()) {
            return Optional.empty();
        }
        try {
            Process process = new ProcessBuilder(List.of(getent.get().toString(), "passwd", key))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(LONGEST_LOOKUP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            return Account.parse(new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
