package io.guildhall.editions;

import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Heard;
import io.guildhall.platform.follow.Policy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.EventHandler;

/** Hears the bakery in the consumer that this service's policies and first editions have in common. */
@Policy("when-baked-then-list-the-loaf")
class WhenBakedThenListTheLoaf {

    static final List<String> LOAVES = new CopyOnWriteArrayList<>();

    @Heard("bakery.loaf.baked")
    record Baked(int slices) {}

    @EventHandler
    void on(Baked event, Fact fact) {
        LOAVES.add(fact.streamId());
    }
}
