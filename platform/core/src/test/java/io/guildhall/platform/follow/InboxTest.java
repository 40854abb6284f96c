package io.guildhall.platform.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.event.EventCodec;
import io.guildhall.platform.follow.Inbox.Verdict;
import io.guildhall.platform.log.LogPosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;

/** Records of two logs and two generations in the partitions of one topic. */
class InboxTest {

    private static final int PARTITION = 3;

    private final Map<String, Places> stored = new HashMap<>();
    private final List<String> heard = new ArrayList<>();
    private final Inbox inbox = open();
    private long offset;

    @Heard("hall.guest.arrived")
    record GuestArrived(String guest) {}

    @EventHandler
    void on(GuestArrived event) {
        heard.add(event.guest());
    }

    @Test
    void twoLogsDoNotWaitForEachOther() {
        assertThat(take("hall.0", 5, 4)).isEqualTo(Verdict.AHEAD);
        assertThat(take("hall.1", 1, 0)).isEqualTo(Verdict.APPLIED);
        assertThat(take("hall.1", 2, 1)).isEqualTo(Verdict.APPLIED);

        assertThat(heard).containsExactly("hall.1/1", "hall.1/2");
    }

    @Test
    void whatWaitsIsReadAgainThoughAnotherLogWentOn() {
        take("hall.0", 4, 0);
        take("hall.0", 6, 5);
        take("hall.1", 1, 0);
        inbox.store();
        assertThat(inbox.holds(PARTITION)).isTrue();

        Inbox after = open();
        assertThat(after.next(PARTITION)).isEqualTo(1);
        assertThat(after.accept(record("hall.1", 1, 0, PARTITION))).isEqualTo(Verdict.PASSED);
    }

    @Test
    void goesOnBehindTheMissingOne() {
        take("hall.0", 6, 5);
        take("hall.0", 5, 0);
        take("hall.0", 6, 5);
        inbox.store();

        assertThat(open().next(PARTITION)).isEqualTo(3);
        assertThat(heard).containsExactly("hall.0/5", "hall.0/6");
    }

    @Test
    void aNewGenerationIsHeardFromItsBeginning() {
        take("hall.0", 1, 0);
        take("hall.0", 2, 1);
        inbox.store();
        Inbox after = open();

        assertThat(after.accept(record("hall.0.2", 1, 0, PARTITION))).isEqualTo(Verdict.APPLIED);
        assertThat(heard).containsExactly("hall.0/1", "hall.0/2", "hall.0.2/1");
    }

    @Test
    void whatIsLeftOfTheOldGenerationIsHeardNoMore() {
        take("hall.0.2", 1, 0);

        assertThat(inbox.accept(record("hall.0", 1, 0, PARTITION + 1))).isEqualTo(Verdict.PASSED);
        assertThat(inbox.accept(record("hall.1", 1, 0, PARTITION + 1))).isEqualTo(Verdict.PASSED);
        assertThat(heard).containsExactly("hall.0.2/1");
    }

    @Test
    void whatWaitsInTheOldGenerationHoldsNobody() {
        take("hall.0", 6, 5);
        assertThat(inbox.holds(PARTITION)).isTrue();

        take("hall.0.2", 1, 0);
        inbox.store();

        assertThat(inbox.holds(PARTITION)).isFalse();
        assertThat(open().next(PARTITION)).isEqualTo(2);
    }

    private Inbox open() {
        var delivery =
                new Delivery("guests", new Handlers(this, new EventCodec(List.of())), InboxConsumerTest.NO_LETTERS);
        var opened = new Inbox(delivery, "hall", new Kept());
        opened.load("hall-topic");
        return opened;
    }

    private Verdict take(String log, long position, long previous) {
        return inbox.accept(record(log, position, previous, PARTITION));
    }

    private TopicRecord record(String log, long position, long previous, int partition) {
        var at = new LogPosition(log, position);
        var fact = new Fact(
                "hall",
                at,
                "evt-" + at,
                "hall.guest.arrived",
                1,
                "guest",
                position,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                "evt",
                false);
        return new TopicRecord(partition, offset++, previous, new Envelope(fact, "{\"guest\":\"%s\"}".formatted(at)));
    }

    private final class Kept implements Positions {

        @Override
        public long of(String follower, String log) {
            return 0;
        }

        @Override
        public void reached(String follower, String log, long position) {}

        @Override
        public Places ofTopic(String follower, String source) {
            return stored.getOrDefault(follower, Places.START);
        }

        @Override
        public Places begin(String follower, String source, String topic) {
            return ofTopic(follower, source).in(topic);
        }

        @Override
        public void reachedInTopic(String follower, String source, Places news) {
            stored.merge(follower, news, Places::and);
        }
    }
}
