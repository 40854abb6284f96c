package io.guildhall.restore;

import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import io.guildhall.restore.Bell.Rung;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

@ConditionalOnProperty(name = "spring.application.name", havingValue = "tower-service")
@Projection(value = "strokes", keeps = Strokes.class)
class StrokesProjection {

    private final ReadModel<Strokes> strokes;

    StrokesProjection(ReadModels models) {
        strokes = models.of(Strokes.class);
    }

    @EventHandler
    void on(Rung event, Fact fact) {
        strokes.save(event.bellId(), new Strokes(event.bellId(), event.stroke()), fact);
    }
}
