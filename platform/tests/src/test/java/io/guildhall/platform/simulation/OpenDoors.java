package io.guildhall.platform.simulation;

import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.simulation.Documents.Change;
import io.guildhall.platform.simulation.Heard.Closed;
import io.guildhall.platform.simulation.Heard.Entered;
import io.guildhall.platform.simulation.Heard.Opened;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/** A projection whose documents come, change and go; written with the same guard as the platform's read models. */
final class OpenDoors {

    /** @param last the sequence of the last event, -1 once closed: the document must remember what it has seen */
    record OpenDoor(long last, long seen) {}

    private final String name;
    private final World world;
    private final Documents documents;

    OpenDoors(String name, World world, Documents documents) {
        this.name = name;
        this.world = world;
        this.documents = documents;
    }

    @EventHandler
    void on(Opened opened, Fact fact) {
        write(fact, found -> unseen(found, fact) ? to(fact) : new Change.None());
    }

    @EventHandler
    void on(Entered entered, Fact fact) {
        write(fact, found -> unseen(found, fact) && isOpen(found) ? to(fact) : new Change.None());
    }

    @EventHandler
    void on(Closed closed, Fact fact) {
        write(fact, found -> {
            if (!unseen(found, fact)) {
                return new Change.None();
            }
            return world.is(Variation.FORGETS_REMOVED)
                    ? new Change.Removal()
                    : new Change.To(new OpenDoor(-1, place(fact)));
        });
    }

    private void write(Fact fact, Function<@Nullable Object, Change> change) {
        world.handle(name, fact, () -> documents.change("write read model", key(name, fact.streamId()), change));
    }

    private static Change to(Fact fact) {
        return new Change.To(new OpenDoor(fact.sequence(), place(fact)));
    }

    private static boolean unseen(@Nullable Object document, Fact fact) {
        return document == null || ((OpenDoor) document).seen < place(fact);
    }

    private static boolean isOpen(@Nullable Object document) {
        return document instanceof OpenDoor door && door.last >= 0;
    }

    private static long place(Fact fact) {
        return fact.own() ? fact.position().number() : fact.sequence();
    }

    private static String key(String name, String streamId) {
        return name + "/" + streamId;
    }

    /** Compares with what the log makes of it. */
    static void check(String name, Ledger ledger, Node node) {
        Map<String, Long> expected = new TreeMap<>();
        for (Commit commit : ledger.commits()) {
            for (StoredEvent event : commit.events()) {
                switch (event.name()) {
                    case Door.OPENED, Door.ENTERED -> expected.put(commit.streamId(), event.sequence());
                    case Door.CLOSED -> expected.remove(commit.streamId());
                    default -> {}
                }
            }
        }
        Map<String, Long> found = new TreeMap<>();
        for (int door = 0; door < Client.DOORS; door++) {
            String streamId = "door-" + door;
            Documents.find(node, key(name, streamId))
                    .filter(OpenDoors::isOpen)
                    .ifPresent(document -> found.put(streamId, ((OpenDoor) document).last));
        }
        if (!found.equals(expected)) {
            throw new Violation("diverged: %s is %s, the log makes %s".formatted(name, found, expected));
        }
    }
}
