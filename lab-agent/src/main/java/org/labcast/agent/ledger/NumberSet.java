package org.labcast.agent.ledger;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An exact set of whole numbers, small as long as they come in runs. */
final class NumberSet {
    private final TreeMap<Long, Long> runs = new TreeMap<>();

    boolean contains(long number) {
        Map.Entry<Long, Long> run = runs.floorEntry(number);
        return run != null && number <= run.getValue();
    }

    void add(Range added) {
        long from = added.from();
        long to = added.to();
        Map.Entry<Long, Long> before = runs.floorEntry(from);
        if (before != null && before.getValue() >= from - 1) {
            from = before.getKey();
        }
        Map.Entry<Long, Long> touching = runs.floorEntry(to + 1);
        while (touching != null && touching.getKey() >= from) {
            to = Math.max(to, touching.getValue());
            runs.remove(touching.getKey());
            touching = runs.floorEntry(to + 1);
        }
        runs.put(from, to);
    }

    void add(long number) {
        add(new Range(number, number));
    }

    List<Range> ranges() {
        return runs.entrySet().stream()
                .map(run -> new Range(run.getKey(), run.getValue()))
                .toList();
    }
}
