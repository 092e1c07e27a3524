package org.labcast.model;

import java.security.SecureRandom;
import java.util.Base64;

/** A password or token: prints as stars, so that it cannot slip into a log. */
public record Secret(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public Secret {
        if (value.isBlank()) {
            throw new InvalidValueException("a password must not be empty");
        }
    }

    /** 192 random bits, 32 characters that need no quoting anywhere. */
    public static Secret random() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Override
    public String toString() {
        return "***";
    }
}
