package io.guildhall.poison;

import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Heard;
import io.guildhall.platform.follow.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventHandler;

/** Hears what the kitchen serves, and can be made to fail at a dish. */
@Policy(Dishes.NAME)
class Dishes {

    static final String NAME = "dishes";

    /** How it fails, by stream. */
    static final Map<String, Supplier<? extends Throwable>> FAILING = new ConcurrentHashMap<>();

    /** Ids of the events that it handled, in that order. */
    static final List<String> EATEN = new CopyOnWriteArrayList<>();

    enum Course {
        STARTER,
        MAIN
    }

    @Heard("kitchen.dish.served")
    record DishServed(String dish, int plates, Course course, Instant at) {
        DishServed {
            Objects.requireNonNull(dish, "dish");
            Objects.requireNonNull(course, "course");
            Objects.requireNonNull(at, "at");
        }
    }

    @EventHandler
    void on(DishServed event, Fact fact) throws Throwable {
        var failure = FAILING.get(fact.streamId());
        if (failure != null) {
            throw failure.get();
        }
        EATEN.add(fact.eventId());
    }
}
