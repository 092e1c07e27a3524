package org.labcast.services.contract;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;

/** What values a parameter takes, checked on both sides of a call. */
public sealed interface ValueType {
    /** As it is written in a signature. */
    String written();

    /** @throws ContractException when the text is none of its values; what follows names the value */
    void check(String text);

    /** Whether a parameter takes any number of values, each one argument. */
    default boolean many() {
        return false;
    }

    /** One of the simple types. */
    enum Simple implements ValueType {
        STRING("String"),
        INT("int"),
        LONG("long"),
        DOUBLE("double"),
        BOOLEAN("boolean"),
        STRINGS("String[]");

        private final String written;

        Simple(String written) {
            this.written = written;
        }

        @Override
        public String written() {
            return written;
        }

        @Override
        public void check(String text) {
            boolean fits = switch (this) {
                case STRING, STRINGS -> true;
                case BOOLEAN -> text.equals("true") || text.equals("false");
                case INT -> Numbers.whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
                case LONG -> Numbers.whole(text, Long.MIN_VALUE, Long.MAX_VALUE);
                case DOUBLE -> Numbers.decimal(text);
            };
            if (!fits) {
                throw new ContractException("'" + text + "' is no " + written);
            }
        }

        @Override
        public boolean many() {
            return this == STRINGS;
        }
    }

    /** One of several words, written {@code {fast, slow}} in a signature. */
    record OneOf(List<String> words) implements ValueType {
        public OneOf {
            words = List.copyOf(words);
        }

        @Override
        public String written() {
            return "{" + String.join(", ", words) + "}";
        }

        @Override
        public void check(String text) {
            if (!words.contains(text)) {
                throw new ContractException("'" + text + "' is none of " + String.join(", ", words));
            }
        }
    }

    /** Numbers as every language reads them alike: no blanks, no plus sign before them, no digits of other scripts. */
    final class Numbers {
        private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");
        private static final Pattern DECIMAL =
                Pattern.compile("-?[0-9]{1,30}(?:\\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,3})?");

        private Numbers() {}

        private static boolean whole(String text, long least, long most) {
            if (!WHOLE.matcher(text).matches()) {
                return false;
            }
            BigInteger number = new BigInteger(text);
            return number.compareTo(BigInteger.valueOf(least)) >= 0 && number.compareTo(BigInteger.valueOf(most)) <= 0;
        }

        private static boolean decimal(String text) {
            return DECIMAL.matcher(text).matches() && Double.isFinite(Double.parseDouble(text));
        }
    }
}
