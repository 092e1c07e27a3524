package org.labcast.services.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedValuesTest {
    @Test
    void valuesAreAsTheyAreTypedAndANameMayComeAgain() {
        assertThat(NamedValues.read(List.of("a==b", "list=1", "empty=", "list=2")))
                .containsEntry("a", List.of("=b"))
                .containsEntry("list", List.of("1", "2"))
                .containsEntry("empty", List.of(""))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "word", "=value"})
    void aWordWithoutANameIsNamed(String word) {
        assertThatThrownBy(() -> NamedValues.read(List.of("a=b", word)))
                .isInstanceOf(ContractException.class)
                .hasMessage("'" + word + "' is no NAME=VALUE");
    }
}
