package org.labcast.agent.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CreditWindowTest {
    @Test
    void neverMoreThanWasGranted() {
        CreditWindow window = new CreditWindow(false);
        assertThat(window.take(5)).isZero();
        window.grant(8);
        assertThat(window.take(5)).isEqualTo(5);
        assertThat(window.take(5)).isEqualTo(3);
        window.grant(4);
        assertThat(window.take(5))
                .as("a grant takes nothing back and adds nothing")
                .isZero();
        window.grant(9);
        assertThat(window.take(5)).isEqualTo(1);
    }

    @Test
    void thePatientWaitUntilSomethingIsGrantedOrNobodyIsToWaitAnyMore() {
        CreditWindow window = new CreditWindow(true);
        CompletableFuture<Integer> granted = CompletableFuture.supplyAsync(() -> window.take(5));
        window.grant(2);
        await().until(granted::isDone);
        assertThat(granted.join()).isEqualTo(2);

        CompletableFuture<Integer> hurried = CompletableFuture.supplyAsync(() -> window.take(5));
        window.hurry();
        await().until(hurried::isDone);
        assertThat(hurried.join()).isZero();
    }
}
