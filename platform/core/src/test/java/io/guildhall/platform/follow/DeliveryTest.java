package io.guildhall.platform.follow;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    @Test
    void aBugInAHandlerDoesNotPass() {
        assertThat(Delivery.passing(new IllegalStateException("a bug"))).isFalse();
    }

    @Test
    void contentionPasses() {
        assertThat(Delivery.passing(new IllegalStateException(new ConcurrencyException("lost a race"))))
                .isTrue();
    }

    @Test
    void nothingIsParkedBecauseTheServiceEnds() {
        assertThat(Delivery.passing(new IllegalStateException(new InterruptedException())))
                .isTrue();
        Thread.currentThread().interrupt();
        try {
            assertThat(Delivery.passing(new IllegalStateException("a consequence")))
                    .isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
