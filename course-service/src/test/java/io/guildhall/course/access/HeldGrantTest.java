package io.guildhall.course.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeldGrantTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant ENDED = Instant.parse("2026-01-15T00:00:00Z");

    @Test
    void holdsFromItsFirstMomentUntilJustBeforeItsLast() {
        assertThat(grant(UNTIL, null).at(FROM.minusNanos(1))).isEqualTo(Decision.GRANT_NOT_YET);
        assertThat(grant(UNTIL, null).at(FROM)).isEqualTo(Decision.ALLOWED);
        assertThat(grant(UNTIL, null).at(UNTIL.minusNanos(1))).isEqualTo(Decision.ALLOWED);
        assertThat(grant(UNTIL, null).at(UNTIL)).isEqualTo(Decision.GRANT_EXPIRED);
    }

    @Test
    void holdsForEverWithoutAnEnd() {
        assertThat(grant(null, null).at(UNTIL.plusSeconds(1_000_000))).isEqualTo(Decision.ALLOWED);
    }

    @Test
    void holdsNoLongerOnceItEnded() {
        assertThat(grant(UNTIL, ENDED).at(ENDED.minusNanos(1))).isEqualTo(Decision.ALLOWED);
        assertThat(grant(UNTIL, ENDED).at(ENDED)).isEqualTo(Decision.GRANT_ENDED);
        assertThat(grant(UNTIL, ENDED).at(UNTIL)).isEqualTo(Decision.GRANT_ENDED);
    }

    private static HeldGrant grant(@Nullable Instant until, @Nullable Instant endedAt) {
        return new HeldGrant("grt_1", "com_1", "mem_ada", "course:*", FROM, until, endedAt);
    }
}
