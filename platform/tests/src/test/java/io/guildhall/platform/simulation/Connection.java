package io.guildhall.platform.simulation;

import io.guildhall.platform.log.StoreUnavailable;
import io.guildhall.platform.simulation.Entry.Nothing;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How one process reaches the replica set: requests get lost, are late, go on after their client gave up. As MongoDB's
 * drivers do, it never goes back to a primary of an older term than it has seen.
 */
final class Connection {

    private static final int LATEST_MILLIS = 1_500;

    /** Something that changes documents one after the other. */
    interface Write {

        int size();

        /** @return false when a unique key refused it */
        boolean apply(int index, Node primary, ReplicaSet replicas, Object request);
    }

    private final World world;
    private long newestTerm;

    Connection(World world) {
        this.world = world;
    }

    <T> T read(String phase, Function<Node, T> query) {
        world.step(phase);
        if (world.fault("request lost", phase, 0.02)) {
            throw unavailable("the request was lost");
        }
        Node node = primary();
        T found = query.apply(node);
        if (world.replicas.isStale(node)) {
            world.met("answer of a former primary", phase);
        }
        if (world.fault("answer late", phase, 0.1)) {
            world.scheduler.yieldAt(phase);
        }
        if (world.fault("answer lost", phase, 0.02)) {
            throw unavailable("the answer was lost");
        }
        return found;
    }

    /** A linearizable read: answered only when a later entry of the same primary came to be on a majority. */
    <T> T readForSure(String phase, Function<Node, T> query) {
        world.step(phase);
        if (world.fault("request lost", phase, 0.02)) {
            throw unavailable("the request was lost");
        }
        Node node = primary();
        long term = node.term;
        T found = query.apply(node);
        world.replicas.append(node, new Nothing());
        int needed = node.oplog.size();
        world.scheduler.await(phase, () -> node.committed >= needed || !leads(node, term));
        if (!leads(node, term) || world.fault("answer lost", phase, 0.02)) {
            throw unavailable("no answer");
        }
        return found;
    }

    private static boolean leads(Node node, long term) {
        return node.primary && node.term == term;
    }

    /** @return how many changes were made and are on a majority */
    int write(String phase, Write write) {
        world.step(phase);
        if (world.fault("request lost", phase, 0.03)) {
            throw unavailable("the request was lost");
        }
        var request = new Request(write, phase);
        world.scheduler.spawn(Actor.UNDER_WAY + phase, request::serve);
        if (world.fault("answer lost", phase, 0.08)) {
            world.scheduler.sleep(phase, world.chance.below(60));
            throw unavailable("no answer in time");
        }
        world.scheduler.await(phase, () -> request.answered);
        if (request.failure != null) {
            throw request.failure;
        }
        return request.done;
    }

    private Node primary() {
        return anyPrimary().orElseThrow(() -> unavailable("no primary"));
    }

    private Optional<Node> anyPrimary() {
        List<Node> known = world.replicas.primaries().stream()
                .filter(node -> node.term >= newestTerm)
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Node node = world.chance.of(known);
        newestTerm = node.term;
        return Optional.of(node);
    }

    private static StoreUnavailable unavailable(String why) {
        return new StoreUnavailable(why, new IllegalStateException(why));
    }

    /** A request on its way and in the server. It lives on when its client does not. */
    private final class Request {

        private final Write write;
        private final String phase;
        private boolean answered;
        private int done;
        private @Nullable StoreUnavailable failure;

        Request(Write write, String phase) {
            this.write = write;
            this.phase = phase;
        }

        void serve() {
            if (world.fault("request late", phase, 0.06)) {
                world.scheduler.sleep(phase + ", under way", world.chance.below(LATEST_MILLIS));
            }
            boolean again = true;
            while (again) {
                done = 0;
                Optional<Node> node = anyPrimary();
                again = node.isPresent() && !servedBy(node.get()) && world.fault("retry by the driver", phase, 0.5);
            }
            if (!answered) {
                failure = unavailable("the primary stepped down");
                answered = true;
            }
        }

        /** @return whether this node could answer */
        private boolean servedBy(Node node) {
            long term = node.term;
            boolean refused = false;
            int length = 0;
            while (!refused && done < write.size()) {
                if (!leads(node, term)) {
                    return false;
                }
                if (write.apply(done, node, world.replicas, this)) {
                    done++;
                    length = node.oplog.size();
                } else {
                    refused = true;
                    length = node.oplog.size();
                }
                if (world.chance.toss(0.3)) {
                    world.scheduler.yieldAt(phase + ", half way");
                }
            }
            int needed = world.is(Variation.ACKNOWLEDGES_BEFORE_MAJORITY) ? 0 : length;
            world.scheduler.await(phase + ", before majority", () -> node.committed >= needed || !leads(node, term));
            if (!leads(node, term)) {
                return false;
            }
            answered = true;
            return true;
        }
    }
}
