package org.labcast.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Fingerprint of an OpenPGP primary key: 40 (version 4) or 64 (version 6) upper-case hexadecimal digits.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-5.5.4">RFC 9580, section 5.5.4</a>
 */
public record Fingerprint(String value) implements Comparable<Fingerprint> {
    private static final Pattern FORM = Pattern.compile("[0-9A-F]{40}|[0-9A-F]{64}");

    public Fingerprint {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException("a key fingerprint is 40 or 64 hexadecimal digits, not '" + value + "'");
        }
    }

    /** Reads what people type: spaces and lower case are fine. */
    public static Fingerprint parse(String text) {
        return new Fingerprint(text.replace(" ", "").toUpperCase(Locale.ROOT));
    }

    @Override
    public int compareTo(Fingerprint other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
