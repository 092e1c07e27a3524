package org.labcast.model;

import java.security.SecureRandom;

/** Text that nobody can guess, 5 bits a character. */
final class RandomText {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    /** So many of a-z and 2-7. */
    static String of(int length) {
        StringBuilder text = new StringBuilder(length);
        RANDOM.ints(length, 0, ALPHABET.length()).forEach(i -> text.append(ALPHABET.charAt(i)));
        return text.toString();
    }
}
