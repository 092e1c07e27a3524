package org.labcast.agent.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class NumberSetTest {
    @Property
    void holdsExactlyWhatWasAdded(@ForAll @Size(max = 60) List<@IntRange(min = 1, max = 40) Integer> numbers) {
        NumberSet set = new NumberSet();
        Set<Long> added = new HashSet<>();
        numbers.forEach(number -> {
            set.add(number);
            added.add((long) number);
        });

        LongStream.rangeClosed(0, 42)
                .forEach(n -> assertThat(set.contains(n)).as("%s", n).isEqualTo(added.contains(n)));
        List<Range> ranges = set.ranges();
        for (int i = 1; i < ranges.size(); i++) {
            assertThat(ranges.get(i).from())
                    .as("runs that touch are one")
                    .isGreaterThan(ranges.get(i - 1).to() + 1);
        }
    }

    @Property
    void joinsRanges(@ForAll @Size(max = 8) List<@IntRange(min = 1, max = 40) Integer> starts) {
        NumberSet set = new NumberSet();
        starts.forEach(start -> set.add(new Range(start, start + 5)));

        starts.forEach(start -> LongStream.rangeClosed(start, start + 5)
                .forEach(n -> assertThat(set.contains(n)).isTrue()));
        long size = set.ranges().stream().mapToLong(r -> r.to() - r.from() + 1).sum();
        assertThat(size)
                .isEqualTo(starts.stream()
                        .flatMapToLong(start -> LongStream.rangeClosed(start, start + 5))
                        .distinct()
                        .count());
    }
}
