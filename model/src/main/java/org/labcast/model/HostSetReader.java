package org.labcast.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.labcast.text.Printable;

/** Reads {@code a,b,lab-[01-20]}: entries separated by commas or blanks, brackets of numbers and ranges within. */
final class HostSetReader {
    /** More hosts than any lab has: a list beyond it is a slip such as {@code [1-100000000]}. */
    static final int MOST_HOSTS = 100_000;

    private final String text;
    private final SortedSet<HostName> hosts = new TreeSet<>();
    private int at;

    HostSetReader(String text) {
        this.text = text;
    }

    SortedSet<HostName> read() {
        while (at < text.length()) {
            if (isSeparator(text.charAt(at))) {
                at++;
            } else {
                readEntry();
            }
        }
        if (hosts.isEmpty()) {
            throw new InvalidValueException("the host list is empty: write names such as 'lab-01' or 'lab-[01-20]'");
        }
        return hosts;
    }

    private void readEntry() {
        int start = at;
        List<String> names = List.of("");
        while (at < text.length() && !isSeparator(text.charAt(at))) {
            names = text.charAt(at) == '[' ? combine(names, readBracket()) : combine(names, List.of(readLiteral()));
        }
        for (String name : names) {
            add(name, start);
        }
    }

    private void add(String name, int start) {
        try {
            hosts.add(new HostName(name));
        } catch (InvalidValueException e) {
            throw wrong(start, e.getMessage());
        }
        if (hosts.size() > MOST_HOSTS) {
            throw wrong(start, "more than " + MOST_HOSTS + " hosts");
        }
    }

    private String readLiteral() {
        int start = at;
        while (at < text.length() && text.charAt(at) != '[' && !isSeparator(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private List<String> readBracket() {
        int open = at;
        int close = text.indexOf(']', open);
        if (close < 0) {
            throw wrong(open, "'[' without ']'");
        }
        List<String> numbers = new ArrayList<>();
        int partStart = open + 1;
        for (String part : text.substring(open + 1, close).split(",", -1)) {
            numbers.addAll(range(part, partStart));
            partStart += part.length() + 1;
        }
        at = close + 1;
        return numbers;
    }

    private List<String> range(String part, int start) {
        if (!part.matches("[0-9]{1,9}(-[0-9]{1,9})?")) {
            throw wrong(
                    start, "a bracket holds numbers and ranges such as [01-17,19], not '" + Printable.of(part) + "'");
        }
        String[] ends = part.split("-");
        String first = ends[0];
        int from = Integer.parseInt(first);
        int to = ends.length == 1 ? from : Integer.parseInt(ends[1]);
        if (to < from) {
            throw wrong(start, "the range " + part + " runs backwards");
        }
        if (to - from >= MOST_HOSTS) {
            throw wrong(start, "more than " + MOST_HOSTS + " hosts");
        }
        int width = first.startsWith("0") ? first.length() : 1;
        List<String> numbers = new ArrayList<>();
        for (int number = from; number <= to; number++) {
            numbers.add(String.format("%0" + width + "d", number));
        }
        return numbers;
    }

    private List<String> combine(List<String> heads, List<String> tails) {
        if ((long) heads.size() * tails.size() > MOST_HOSTS) {
            throw wrong(at, "more than " + MOST_HOSTS + " hosts");
        }
        List<String> all = new ArrayList<>();
        heads.forEach(head -> tails.forEach(tail -> all.add(head + tail)));
        return all;
    }

    private static boolean isSeparator(char c) {
        return c == ',' || c == ' ' || c == '\t' || c == '\n';
    }

    private InvalidValueException wrong(int index, String what) {
        return new InvalidValueException("host list, column " + (index + 1) + ": " + what);
    }
}
