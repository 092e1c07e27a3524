package org.labcast.agent.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    @Test
    void neverMoreThanWasGranted() {
        Allowance allowance = new Allowance(false);
        assertThat(allowance.take(5)).isZero();
        allowance.grant(8);
        assertThat(allowance.take(5)).isEqualTo(5);
        assertThat(allowance.take(5)).isEqualTo(3);
        allowance.grant(4);
        assertThat(allowance.take(5))
                .as("a grant takes nothing back and adds nothing")
                .isZero();
        allowance.grant(9);
        assertThat(allowance.take(5)).isEqualTo(1);
    }

    @Test
    void thePatientWaitUntilSomethingIsGrantedOrNobodyIsToWaitAnyMore() {
        Allowance allowance = new Allowance(true);
        CompletableFuture<Integer> granted = CompletableFuture.supplyAsync(() -> allowance.take(5));
        allowance.grant(2);
        await().until(granted::isDone);
        assertThat(granted.join()).isEqualTo(2);

        CompletableFuture<Integer> hurried = CompletableFuture.supplyAsync(() -> allowance.take(5));
        allowance.hurry();
        await().until(hurried::isDone);
        assertThat(hurried.join()).isZero();
    }
}
