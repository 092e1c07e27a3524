package org.labcast.model.service;

import java.security.SecureRandom;
import java.util.regex.Pattern;
import org.labcast.model.InvalidValueException;
import org.labcast.text.Printable;

/** Random name of a call, or the nonce of a provider's acceptance: 32 hexadecimal digits, 128 bits. */
public record CallId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public CallId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException("a call id is 32 of 0-9 and a-f, not '" + Printable.of(value) + "'");
        }
    }

    public static CallId random() {
        return new CallId("%016x%016x".formatted(RANDOM.nextLong(), RANDOM.nextLong()));
    }

    @Override
    public String toString() {
        return value;
    }
}
