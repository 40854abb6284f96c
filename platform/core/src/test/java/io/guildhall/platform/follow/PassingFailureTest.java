package io.guildhall.platform.follow;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class PassingFailureTest {

    @Test
    void aBugInAHandlerDoesNotPass() {
        assertThat(PassingFailure.is(new IllegalStateException("a bug"))).isFalse();
    }

    @Test
    void contentionPasses() {
        assertThat(PassingFailure.is(new IllegalStateException(new ConcurrencyException("lost a race"))))
                .isTrue();
    }

    @Test
    void nothingIsParkedBecauseTheServiceEnds() {
        assertThat(PassingFailure.is(new IllegalStateException(new InterruptedException())))
                .isTrue();
        Thread.currentThread().interrupt();
        try {
            assertThat(PassingFailure.is(new IllegalStateException("a consequence")))
                    .isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
