package org.labcast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostSetTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lab-[01-17,19]|lab-[01-17,19]|18",
                "b,a|a,b|2",
                "lab-1,lab-2,lab-3,lab-10|lab-[1-3,10]|4",
                "lab-08,lab-09,lab-10|lab-[08-10]|3",
                "r[1-2]n[01-02]|r1n[01-02],r2n[01-02]|4",
                "pc7 pc7|pc7|1",
                "lab-[098-102]|lab-[098-102]|5",
            })
    void foldsWhatItReads(String written, String folded, int size) {
        HostSet hosts = HostSet.parse(written);

        assertThat(hosts).hasToString(folded).hasSize(size);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lab-[01|column 5",
                "a,lab-[3-1]|column 8",
                "lab-[1-x]|column 6",
                "a,B|column 3",
                "lab-[1-999999999]|column 6",
                "' , '|empty",
            })
    void saysWhereAListIsWrong(String written, String where) {
        assertThatThrownBy(() -> HostSet.parse(written))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(where);
    }

    @Test
    void differenceAndUnion() {
        assertThat(HostSet.parse("lab-[1-4]").minus(HostSet.of("lab-2")).plus(HostSet.of("x")))
                .hasToString("lab-[1,3-4],x");
    }

    @Property
    void readsBackWhatItPrints(@ForAll("hostSets") Set<HostName> hosts) {
        HostSet set = HostSet.of(hosts);

        assertThat(HostSet.parse(set.toString())).isEqualTo(set);
    }

    @Provide
    Arbitrary<Set<HostName>> hostSets() {
        Arbitrary<String> prefix = Arbitraries.of(List.of("lab-", "pc", "r1n", "node-a-", "x"));
        Arbitrary<String> number = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 120).map(String::valueOf),
                Arbitraries.integers().between(0, 120).map(n -> String.format("%03d", n)),
                Arbitraries.just(""));
        Arbitrary<String> suffix = Arbitraries.of(List.of("", "-b", "z"));
        return Combinators.combine(prefix, number, suffix)
                .as((p, n, s) -> (p + n + s).replaceAll("-$", "q"))
                .map(HostName::new)
                .set()
                .ofMinSize(1)
                .map(TreeSet::new);
    }
}
