package org.labcast.model;

import java.util.regex.Pattern;
import org.labcast.text.Printable;

/**
 * Random name of an administrator's home: 12 characters of a-z and 2-7, 60 bits. Two homes of one administrator have
 * reply addresses of their own by it.
 */
public record HomeId(String value) implements Comparable<HomeId> {
    private static final int LENGTH = 12;
    private static final Pattern FORM = Pattern.compile("[a-z2-7]{" + LENGTH + "}");

    /** So much of the administrator's name that name, hyphen and id are not longer than a label may be. */
    private static final int LONGEST_NAME = 63 - 1 - LENGTH;

    public HomeId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException(
                    "a home's id is " + LENGTH + " of a-z and 2-7, not '" + Printable.of(value) + "'");
        }
    }

    public static HomeId random() {
        return new HomeId(RandomText.of(LENGTH));
    }

    /** The name to which hosts answer, so that no other home of this administrator takes the answers. */
    public PublisherName replyName(PublisherName administrator) {
        String name = administrator.value();
        return new PublisherName(name.substring(0, Math.min(name.length(), LONGEST_NAME)) + "-" + value);
    }

    @Override
    public int compareTo(HomeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
