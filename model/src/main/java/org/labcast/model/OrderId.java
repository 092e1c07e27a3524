package org.labcast.model;

import java.util.regex.Pattern;
import org.labcast.text.Printable;

/** Random name of an order (a job, a cancellation …): 16 characters of a-z and 2-7, 80 bits. */
public record OrderId(String value) implements Comparable<OrderId> {
    private static final Pattern FORM = Pattern.compile("[a-z2-7]{16}");

    public OrderId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException("a job id is 16 of a-z and 2-7, not '" + Printable.of(value) + "'");
        }
    }

    public static OrderId random() {
        return new OrderId(RandomText.of(16));
    }

    @Override
    public int compareTo(OrderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
