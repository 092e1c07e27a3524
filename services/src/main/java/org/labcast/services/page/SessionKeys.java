package org.labcast.services.page;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who may look: whoever holds the secret of an address that is not used yet exchanges it, once, for the key of a session. */
final class SessionKeys {
    private final SecureRandom random = new SecureRandom();
    private final List<String> sessions = new CopyOnWriteArrayList<>();
    private Optional<String> invitation = Optional.empty();

    /** A new secret; the one before is void. */
    synchronized String invite() {
        String secret = secret();
        invitation = Optional.of(secret);
        return secret;
    }

    synchronized Optional<String> exchange(String secret) {
        if (invitation.filter(wanted -> same(wanted, secret)).isEmpty()) {
            return Optional.empty();
        }
        invitation = Optional.empty();
        String session = secret();
        sessions.add(session);
        return Optional.of(session);
    }

    boolean opens(String key) {
        return sessions.stream().anyMatch(session -> same(session, key));
    }

    /** 192 bits. */
    private String secret() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    /** How long it takes says nothing about where they differ. */
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
    }
}
