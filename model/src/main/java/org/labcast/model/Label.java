package org.labcast.model;

import java.util.regex.Pattern;
import org.labcast.text.Printable;

/** The form that realms, hosts, groups and publishers share: one label that is safe in an address, a path and a shell. */
final class Label {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?");

    private Label() {}

    static String check(String kind, String value) {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException("a " + kind + " is 1 to 63 of a-z, 0-9, '-' and '_', beginning and ending"
                    + " with a letter or digit, not '" + Printable.of(value) + "'");
        }
        return value;
    }
}
