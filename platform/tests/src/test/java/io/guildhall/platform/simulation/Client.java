package io.guildhall.platform.simulation;

import io.guildhall.platform.axon.Answer;
import io.guildhall.platform.log.StoreUnavailable;
import io.guildhall.platform.problem.Refusal;
import io.guildhall.platform.simulation.Wish.Close;
import io.guildhall.platform.simulation.Wish.Enter;
import io.guildhall.platform.simulation.Wish.Open;
import io.guildhall.platform.simulation.Wish.Say;
import java.util.List;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Sends wishes, repeats what got no answer under the same command id, and notes what it was promised. */
final class Client {

    enum Promise {
        DONE,
        REFUSED,
        UNKNOWN
    }

    static final int DOORS = 3;

    private static final int MOST_TRIES = 4;

    private final World world;
    private final String name;
    private final List<Instance> instances;
    private final Operations operations;

    Client(World world, String name, List<Instance> instances, Operations operations) {
        this.world = world;
        this.name = name;
        this.instances = instances;
        this.operations = operations;
    }

    void run() {
        while (!world.chance.isCalm()) {
            String commandId = world.nextId(name);
            operations.sent(commandId);
            operations.promised(commandId, repeatedly(commandId, wish()));
            world.scheduler.sleep("client thinks", world.chance.below(60));
        }
    }

    private Promise repeatedly(String commandId, Wish wish) {
        boolean doubt = false;
        for (int tries = 1; tries <= MOST_TRIES; tries++) {
            Promise promise = ask(commandId, wish);
            if (promise == Promise.DONE || (promise == Promise.REFUSED && !doubt)) {
                return promise;
            }
            doubt |= promise == Promise.UNKNOWN;
            if (world.chance.toss(0.2)) {
                break;
            }
        }
        return Promise.UNKNOWN;
    }

    private Promise ask(String commandId, Wish wish) {
        Instance instance = world.chance.of(instances);
        world.scheduler.yieldAt("client sends");
        if (!instance.alive()) {
            return Promise.UNKNOWN;
        }
        boolean done = operations.isStored(commandId);
        var request = new Request();
        Actor handler = instance.spawn("request " + commandId, () -> request.serve(instance, commandId, wish));
        long patience = world.fault("client gives up", "client waits", 0.05) ? world.chance.below(100) : 120_000;
        world.scheduler.await("client waits", () -> request.promise != null || handler.ended(), patience);
        Promise promise = request.promise;
        if (done && promise == Promise.REFUSED) {
            throw new Violation("refused although done before: " + commandId);
        }
        return promise == null ? Promise.UNKNOWN : promise;
    }

    private Wish wish() {
        String door = "door-" + world.chance.below(DOORS);
        return switch (world.chance.below(6)) {
            case 0, 1 -> new Open(door);
            case 2 -> new Close(door);
            case 3 -> new Enter(door, world.chance.between(1, 3));
            default -> new Say("feed-" + world.chance.below(2), world.chance.between(1, 2));
        };
    }

    private final class Request {

        private @Nullable Promise promise;

        void serve(Instance instance, String commandId, Wish wish) {
            world.note("%s asks for %s".formatted(commandId, wish));
            int asked = operations.storedCommits();
            try {
                Answer answer = instance.send(commandId, wish);
                operations.answered(commandId, answer);
                promise = Promise.DONE;
            } catch (Refusal refusal) {
                operations.refused(wish, asked);
                promise = Promise.REFUSED;
            } catch (ConcurrencyException contended) {
                promise = Promise.REFUSED;
            } catch (StoreUnavailable _) {
                promise = Promise.UNKNOWN;
            }
            world.note("%s gets %s".formatted(commandId, promise));
        }
    }
}
