package org.labcast.services.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValuesTest {
    private final Values values = new Values(
            Map.of("count", " 12 ", "ratio", "0.5", "all", "true", "hosts", "lab-1\n \r\n lab 2\n", "word", "x"));

    @Test
    void readsWhatIsFilledIn() {
        assertThat(values.integer("count")).isEqualTo(12);
        assertThat(values.longInteger("count")).isEqualTo(12L);
        assertThat(values.decimal("ratio")).isEqualTo(0.5);
        assertThat(values.flag("all")).isTrue();
        assertThat(values.flag("word")).isFalse();
        assertThat(values.list("hosts")).containsExactly("lab-1", " lab 2");
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertThatThrownBy(() -> values.integer("word")).hasMessage("'word' needs a whole number, not 'x'.");
        assertThatThrownBy(() -> values.decimal("word")).hasMessage("'word' needs a number, not 'x'.");
        assertThatThrownBy(() -> values.text("wrod")).hasMessage("There is no field 'wrod'.");
    }

    @Test
    void aChoiceBeginsWithOneOfItsWords() {
        assertThat(Input.choice("speed", List.of("fast", "slow")).initial()).isEqualTo("fast");
        assertThatThrownBy(() -> Input.choice("speed", List.of())).hasMessageContaining("'speed'");
    }
}
