package io.guildhall.restore;

import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Heard;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

@ConditionalOnProperty(name = "spring.application.name", havingValue = "village-service")
@Projection(value = "echoes", keeps = Echo.class)
class EchoProjection {

    /** The positions that were brought to the village's live read model, in the order in which they came. */
    static final List<String> BROUGHT = new CopyOnWriteArrayList<>();

    @Heard("tower.bell.rung")
    record Rung(int stroke) {}

    private final ReadModel<Echo> echoes;

    EchoProjection(ReadModels models) {
        echoes = models.of(Echo.class);
    }

    @EventHandler
    void on(Rung event, Fact fact) {
        if (Thread.currentThread().getName().equals("inbox")) {
            BROUGHT.add(fact.position().toString());
        }
        echoes.save(fact.streamId(), new Echo(fact.streamId(), event.stroke()), fact);
    }
}
