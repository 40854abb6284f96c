package io.guildhall.tryout;

import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import io.guildhall.tryout.JarEvent.CoinDropped;
import io.guildhall.tryout.JarEvent.Placed;
import io.guildhall.tryout.JarEvent.Thanked;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.data.mongodb.core.query.Update;

@Projection(value = "jar-views", keeps = JarView.class)
class JarViewProjection {

    private final ReadModel<JarView> views;

    JarViewProjection(ReadModels models) {
        this.views = models.of(JarView.class);
    }

    @EventHandler
    void on(JarEvent event, Fact fact) {
        switch (event) {
            case Placed placed -> views.save(placed.jarId(), new JarView(placed.jarId(), 0, 0), fact);
            case CoinDropped dropped -> views.upsert(dropped.jarId(), new Update().set("coins", dropped.total()), fact);
            case Thanked thanked ->
                views.upsert(thanked.jarId(), new Update().inc("thanks", 1).setOnInsert("coins", 0), fact);
        }
    }
}
