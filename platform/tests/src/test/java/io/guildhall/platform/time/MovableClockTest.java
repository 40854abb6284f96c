package io.guildhall.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import io.guildhall.platform.testing.NoFullScans;
import io.guildhall.platform.testing.Servers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoFullScans.class)
class MovableClockTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    private final MongoCollection<Document> stored =
            Servers.database(MovableClockTest.class).getCollection("clock");

    @BeforeEach
    void notMoved() {
        stored.deleteMany(new Document());
    }

    @Test
    void startsAtTheRealTime() {
        assertThat(clock(true).instant()).isEqualTo(NOW);
    }

    @Test
    void movesForwardAndAddsUp() {
        MovableClock clock = clock(true);

        assertThat(clock.advance(MONTH)).isEqualTo(NOW.plus(MONTH));
        assertThat(clock.advance(MONTH)).isEqualTo(NOW.plus(MONTH).plus(MONTH));
    }

    @Test
    void movesOnceHoweverOftenItIsTold() {
        clock(true).advance(MONTH, "a");
        MovableClock restarted = clock(true);

        assertThat(restarted.advance(MONTH, "a")).isEqualTo(NOW.plus(MONTH));
        assertThat(restarted.advance(MONTH, "b")).isEqualTo(NOW.plus(MONTH).plus(MONTH));
        assertThat(clock(true).advance(MONTH, "a")).isEqualTo(NOW.plus(MONTH).plus(MONTH));
    }

    @Test
    void remembersTheNewestMovesAlone() {
        MovableClock clock = clock(true);
        for (int move = 0; move < 250; move++) {
            clock.advance(Duration.ofSeconds(1), "move-" + move);
        }

        assertThat(stored.find().map(found -> found.getList("moves", String.class)))
                .singleElement()
                .satisfies(moves -> assertThat(moves).hasSize(100).endsWith("move-249"));
    }

    @Test
    void isStillMovedAfterARestart() {
        clock(true).advance(MONTH);

        try (MovableClock restarted = clock(true).start()) {
            assertThat(restarted.instant()).isEqualTo(NOW.plus(MONTH));
        }
    }

    @Test
    void movesTheOtherInstancesToo() {
        try (MovableClock other = clock(true).start()) {
            clock(true).advance(MONTH);

            await().atMost(Duration.ofSeconds(3)).until(() -> other.instant().equals(NOW.plus(MONTH)));
        }
    }

    @Test
    void beginsInThePastOnceAndComesToTheRealTime() {
        try (MovableClock begun = clock(true, MONTH.negated()).start()) {
            assertThat(begun.instant()).isEqualTo(NOW.minus(MONTH));
            assertThat(begun.advance(Duration.ofDays(10))).isEqualTo(NOW.minus(Duration.ofDays(20)));
        }
        try (MovableClock restarted = clock(true, MONTH.negated()).start()) {
            assertThat(restarted.instant()).isEqualTo(NOW.minus(Duration.ofDays(20)));
            assertThat(restarted.advance(Duration.ofDays(20))).isEqualTo(NOW);
        }
    }

    @Test
    void takesNoOtherBeginningOnceItHasRun() {
        clock(true).start().close();

        try (MovableClock restarted = clock(true, MONTH.negated()).start()) {
            assertThat(restarted.instant()).isEqualTo(NOW);
        }
    }

    @Test
    void neverGoesBack() {
        assertThatThrownBy(() -> clock(true).advance(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void staysWithTheRealTimeWhereItMayNotMove() {
        clock(true).advance(MONTH);
        MovableClock fixed = clock(false).start();

        assertThat(fixed.instant()).isEqualTo(NOW);
        assertThatThrownBy(() -> fixed.advance(MONTH)).isInstanceOf(ClockNotMovable.class);
    }

    private MovableClock clock(boolean movable) {
        return clock(movable, Duration.ZERO);
    }

    private MovableClock clock(boolean movable, Duration beginning) {
        return new MovableClock(InstantSource.fixed(NOW), stored, movable, beginning);
    }
}
