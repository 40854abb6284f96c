package io.guildhall.poison;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.follow.Policy;
import io.guildhall.platform.privacy.Personal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandler;

/** Hears of the own log who was seated where. */
@Policy(Seats.NAME)
class Seats {

    static final String NAME = "seats";

    /** Guests by seat. */
    static final Map<String, String> TAKEN = new ConcurrentHashMap<>();

    sealed interface SeatEvent {

        @EventName("table.seat.taken")
        record SeatTaken(
                String seatId, @Personal(subject = "seatId") String guest) implements SeatEvent {}
    }

    @EventHandler
    void on(SeatEvent.SeatTaken event) {
        TAKEN.put(event.seatId(), event.guest());
    }
}
