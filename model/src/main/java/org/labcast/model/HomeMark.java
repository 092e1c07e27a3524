package org.labcast.model;

import java.time.Instant;

/**
 * What a home of an administrator leaves on the broker when it is used. A home that finds a mark under its id that it
 * has not made has a copy that is in use. Only administrators may write marks, and they decide nothing: they are hints
 * for people.
 *
 * @param place where the home lies, as people name it
 * @param mark random; empty when a copy has given the id up
 */
public record HomeMark(Realm realm, PublisherName publisher, HomeId home, String place, String mark, Instant at) {
    private static final int LONGEST = 1_000;

    public HomeMark {
        if (place.length() > LONGEST || mark.length() > LONGEST) {
            throw new InvalidValueException("a home's mark is longer than " + LONGEST + " characters");
        }
    }

    public static HomeMark fresh(Realm realm, PublisherName publisher, HomeId home, String place, Instant at) {
        return new HomeMark(realm, publisher, home, shortened(place), RandomText.of(16), at);
    }

    /** The last one of a copy: from now on it has another id. */
    public static HomeMark leaving(Realm realm, PublisherName publisher, HomeId home, String place, Instant at) {
        return new HomeMark(realm, publisher, home, shortened(place), "", at);
    }

    private static String shortened(String place) {
        return place.substring(0, Math.min(place.length(), LONGEST));
    }

    public boolean isLeaving() {
        return mark.isEmpty();
    }

    /** Where the home's enrolments and results go. */
    public PublisherName replyName() {
        return home.replyName(publisher);
    }
}
