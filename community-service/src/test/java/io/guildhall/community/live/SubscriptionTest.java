package io.guildhall.community.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.guildhall.community.channel.Audience;
import io.guildhall.community.channel.ChannelEntry;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SubscriptionTest {

    private final RemoteEndpoint.Basic remote = mock();
    private final Session session = mock();
    private final Wire wire = new Wire(session, 4, Duration.ofMinutes(1));
    private final Subscription subscription = listening(wire);

    @Test
    void goesLiveOnlyWhenItHasReadAsFarAsTheFeedHasSeen() {
        subscription.deliver(7, "seven");

        assertThat(subscription.goLive(6)).isFalse();
        assertThat(subscription.goLive(7)).isTrue();
    }

    @Test
    void tellsOnceWhatItHasReadAndWhatTheFeedBringsAgain() throws Exception {
        when(session.getBasicRemote()).thenReturn(remote);
        wire.start();
        subscription.deliver(7, "seven");
        assertThat(subscription.goLive(7)).isTrue();

        subscription.deliver(6, "six");
        subscription.deliver(7, "seven");
        subscription.deliver(8, "eight");
        subscription.deliver(8, "eight");
        subscription.deliver(9, "nine");

        var told = inOrder(remote);
        told.verify(remote, timeout(5_000)).sendText("eight");
        told.verify(remote, timeout(5_000)).sendText("nine");
        verify(remote, never()).sendText("six");
        verify(remote, never()).sendText("seven");
    }

    @Test
    void passesNoGap() {
        assertThat(subscription.goLive(7)).isTrue();

        subscription.deliver(9, "nine");

        assertThat(wire.isOpen()).isFalse();
    }

    @Test
    void isToldNothingOnceItEnded() {
        assertThat(subscription.goLive(7)).isTrue();
        subscription.end();

        subscription.deliver(8, "eight");

        assertThat(subscription.tell("from the log")).isFalse();
        assertThat(wire.isOpen()).isTrue();
        assertThat(subscription.isEnded()).isTrue();
    }

    @Test
    void hasToldItsLastFrameWhenItHasEnded() throws Exception {
        Wire slow = mock();
        when(slow.isOpen()).thenReturn(true);
        var telling = new CountDownLatch(1);
        var told = new CountDownLatch(1);
        doAnswer(_ -> {
                    telling.countDown();
                    told.await();
                    return null;
                })
                .when(slow)
                .send("eight");
        Subscription before = listening(slow);
        assertThat(before.goLive(7)).isTrue();

        Thread feed = Thread.ofPlatform().start(() -> before.deliver(8, "eight"));
        telling.await();
        Thread ending = Thread.ofPlatform().start(before::end);

        await().until(() -> ending.getState() == Thread.State.BLOCKED);
        told.countDown();
        feed.join();
        ending.join();
    }

    @Test
    void endsTheConnectionOfWhoReadsTooSlowly() {
        assertThat(subscription.goLive(-1)).isTrue();
        for (int i = 0; i < 4; i++) {
            subscription.deliver(i, "frame");
            assertThat(wire.isOpen()).isTrue();
        }

        subscription.deliver(4, "one too many");

        assertThat(wire.isOpen()).isFalse();
    }

    private static Subscription listening(Wire wire) {
        return new Subscription(
                new Connection("con_1", new Visitor("mem_ada", "com_1"), Locale.ENGLISH, wire),
                new ChannelEntry("chn_1", "com_1", 1, "Talk", "", Audience.PUBLIC, false, null, null));
    }
}
