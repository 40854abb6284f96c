package io.guildhall.platform.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.follow.Envelope;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.TopicRecord;
import io.guildhall.platform.log.LogName;
import io.guildhall.platform.log.LogPosition;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One partition of a topic beside a log of four events. */
class TopicAuditTest {

    private final Check differences = new Check("log-is-not-topic");
    private final Check reorderings = new Check("reordered");
    private final Marks log = new Marks(4);
    private final TopicAudit audit = new TopicAudit(LogName.first("till"), log, differences, reorderings);

    @BeforeEach
    void appendFour() {
        for (long position = 1; position <= 4; position++) {
            log.put(position, "evt-" + position);
        }
    }

    @Test
    void findsNothingInATopicInOrder() {
        comes(1, 2, 3, 4);

        assertFound(0, 0);
    }

    @Test
    void whatComesAgainIsAsItShouldBe() {
        comes(1, 2, 3, 2, 3, 4);

        assertFound(0, 0);
    }

    @Test
    void whatCameBeforeAFailedOneAndAgainBehindItIsAsItShouldBe() {
        comes(1, 3, 4, 2, 3, 4);

        assertFound(0, 0);
    }

    @Test
    void findsWhatNoConsumerCanTake() {
        comes(1, 3, 4, 2);

        assertFound(0, 2);
    }

    @Test
    void findsWhatIsMissingAndWhatWaitsForItForEver() {
        comes(1, 2, 4);

        assertFound(1, 1);
    }

    @Test
    void findsAnotherEvent() {
        comes(1, 2, 3);
        audit.take(record(4, "evt-other"));

        assertFound(1, 0);
    }

    @Test
    void whatWasAppendedWhileTheTopicWasReadIsInTheLogByThen() {
        comes(1, 2, 3, 4, 5);
        log.put(5, "evt-5");

        assertFound(0, 0);
    }

    @Test
    void findsATopicThatKnowsMoreThanTheLog() {
        comes(1, 2, 3, 4, 5);

        assertFound(1, 0);
    }

    @Test
    void whatIsNotYetPublishedIsNotMissing() {
        comes(1, 2);
        audit.close(2);

        assertThat(differences.getCount() + reorderings.getCount()).isZero();
    }

    private void comes(long... positions) {
        for (long position : positions) {
            audit.take(record(position, "evt-" + position));
        }
    }

    private void assertFound(long different, long reordered) {
        audit.close(4);
        assertThat(differences.getCount())
                .as(differences.getFindings().toString())
                .isEqualTo(different);
        assertThat(reorderings.getCount())
                .as(reorderings.getFindings().toString())
                .isEqualTo(reordered);
    }

    private static TopicRecord record(long position, String eventId) {
        var fact = new Fact(
                "till",
                new LogPosition("till.0", position),
                eventId,
                "till.counter.sold",
                1,
                "counter-1",
                position - 1,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                eventId,
                false);
        return new TopicRecord(0, position, position - 1, new Envelope(fact, "{}"));
    }
}
