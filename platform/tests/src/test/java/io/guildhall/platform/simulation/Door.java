package io.guildhall.platform.simulation;

import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.problem.Refusal;
import io.guildhall.platform.simulation.Wish.Close;
import io.guildhall.platform.simulation.Wish.Count;
import io.guildhall.platform.simulation.Wish.Enter;
import io.guildhall.platform.simulation.Wish.Open;
import io.guildhall.platform.simulation.Wish.Say;
import java.util.Collections;
import java.util.List;

/** What a door's events make of it, and what it decides. */
final class Door {

    static final String OPENED = "house.door.opened";
    static final String CLOSED = "house.door.closed";
    static final String ENTERED = "house.door.entered";
    static final String COUNTED = "house.tally.counted";
    static final String SAID = "house.feed.said";

    private boolean open;
    private long next;

    static Door of(List<Commit> history) {
        var door = new Door();
        history.forEach(door::apply);
        return door;
    }

    void apply(Commit commit) {
        for (StoredEvent event : commit.events()) {
            switch (event.name()) {
                case OPENED -> open = true;
                case CLOSED -> open = false;
                default -> {}
            }
            next = event.sequence() + 1;
        }
    }

    boolean isOpen() {
        return open;
    }

    /** The sequence of its next event. */
    long next() {
        return next;
    }

    /** The names of the events that follow. */
    List<String> decide(Wish wish) {
        return switch (wish) {
            case Open _ -> {
                require(!open);
                yield List.of(OPENED);
            }
            case Close _ -> {
                require(open);
                yield List.of(CLOSED);
            }
            case Enter(String _, int people) -> {
                require(open);
                yield Collections.nCopies(people, ENTERED);
            }
            case Count _ -> List.of(COUNTED);
            case Say(String _, int words) -> Collections.nCopies(words, SAID);
        };
    }

    boolean refuses(Wish wish) {
        try {
            decide(wish);
            return false;
        } catch (DoorRefused _) {
            return true;
        }
    }

    /** Whether a commit with these events may follow. */
    boolean allows(Commit commit) {
        return switch (commit.events().getFirst().name()) {
            case OPENED -> !open;
            case CLOSED, ENTERED -> open;
            default -> true;
        };
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new DoorRefused();
        }
    }

    /** The one business rule. */
    static final class DoorRefused extends Refusal {
        DoorRefused() {
            super(Kind.CONFLICT);
        }
    }
}
