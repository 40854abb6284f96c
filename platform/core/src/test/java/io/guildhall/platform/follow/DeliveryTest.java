package io.guildhall.platform.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.platform.event.EventCodec;
import io.guildhall.platform.log.LogPosition;
import io.guildhall.platform.log.LogSetBack;
import io.guildhall.platform.log.StoreUnavailable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;

/** When what passes by itself is told from what never will. */
class DeliveryTest {

    private static final Envelope ARRIVED = new Envelope(
            new Fact(
                    "hall",
                    new LogPosition("hall.0", 1),
                    "evt_1",
                    "hall.guest.arrived",
                    1,
                    "ada",
                    0,
                    null,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    null,
                    "evt_1",
                    false),
            "{\"guest\":\"ada\"}");

    private final List<String> reasons = new ArrayList<>();
    private final Delivery delivery =
            new Delivery("guests", new Handlers(this, new EventCodec(List.of())), new Letters());
    private boolean handlerFails = true;
    private boolean storeIsAway;
    private boolean setBack;
    private int handled;

    @Heard("hall.guest.arrived")
    record GuestArrived(String guest) {}

    @EventHandler
    void on(GuestArrived event) {
        if (handlerFails) {
            throw setBack ? new LogSetBack("behind the topic") : away();
        }
        handled++;
    }

    @Test
    void parksWhatComesAgainAndAgainWhileTheStoreAnswers() {
        failsToDeliver(Delivery.MOST_TRIES);
        assertThat(reasons).isEmpty();

        delivery.deliver(ARRIVED);

        assertThat(reasons).containsExactly("StoreUnavailable: away");
    }

    @Test
    void parksNothingWhileTheStoreIsAway() {
        storeIsAway = true;
        failsToDeliver(10 * Delivery.MOST_TRIES);

        storeIsAway = false;
        handlerFails = false;
        delivery.deliver(ARRIVED);

        assertThat(reasons).isEmpty();
        assertThat(handled).isOne();
    }

    @Test
    void countsAnewBehindWhatGotThrough() {
        failsToDeliver(Delivery.MOST_TRIES);
        handlerFails = false;
        delivery.deliver(ARRIVED);
        handlerFails = true;

        failsToDeliver(Delivery.MOST_TRIES);

        assertThat(reasons).isEmpty();
    }

    @Test
    void parksNothingWhileNothingIsDecided() {
        setBack = true;
        failsToDeliver(10 * Delivery.MOST_TRIES);
        setBack = false;
        failsToDeliver(Delivery.MOST_TRIES);

        assertThat(reasons).isEmpty();
    }

    private void failsToDeliver(int times) {
        for (int time = 0; time < times; time++) {
            assertThatThrownBy(() -> delivery.deliver(ARRIVED)).isInstanceOf(StoreUnavailable.class);
        }
    }

    private static StoreUnavailable away() {
        return new StoreUnavailable("away", new IOException());
    }

    private final class Letters implements DeadLetters {

        @Override
        public Set<String> parkedStreams(String follower) {
            return Set.of();
        }

        @Override
        public boolean parked(String follower, String streamId) {
            if (storeIsAway) {
                throw away();
            }
            return false;
        }

        @Override
        public void park(String follower, Envelope envelope, String reason) {
            reasons.add(reason);
        }
    }
}
