package org.labcast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomeIdTest {
    private final HomeId id = new HomeId("k3f7qzmxw2ab");

    @Test
    void hostsAnswerToTheAdministratorsNameWithTheId() {
        assertThat(id.replyName(new PublisherName("ann"))).isEqualTo(new PublisherName("ann-k3f7qzmxw2ab"));
    }

    @Test
    void aLongNameLeavesRoomForTheId() {
        String longest = "a".repeat(49) + "-" + "b".repeat(13);
        assertThat(id.replyName(new PublisherName(longest)).value()).hasSize(63).endsWith("--k3f7qzmxw2ab");
    }

    @Test
    void homesAreToldApart() {
        assertThat(HomeId.random()).isNotEqualTo(HomeId.random());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k3f7qzmxw2a", "k3f7qzmxw2abc", "K3F7QZMXW2AB", "k3f7qzmx.2ab", "k3f7qzmx#2ab"})
    void refusesOtherText(String text) {
        assertThatThrownBy(() -> new HomeId(text)).isInstanceOf(InvalidValueException.class);
    }
}
