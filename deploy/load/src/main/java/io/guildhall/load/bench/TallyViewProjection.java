package io.guildhall.load.bench;

import io.guildhall.load.bench.TallyEvent.Added;
import io.guildhall.load.bench.TallyEvent.Opened;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import java.util.concurrent.CountDownLatch;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.data.mongodb.core.query.Update;

/** A read model of documents; it begins when it is told, so that it is not measured beside another. */
@Projection(value = "tally-views", keeps = TallyView.class)
class TallyViewProjection {

    static final CountDownLatch MAY_BEGIN = new CountDownLatch(1);

    private final ReadModel<TallyView> views;

    TallyViewProjection(ReadModels models) {
        this.views = models.of(TallyView.class);
    }

    @EventHandler
    void on(TallyEvent event, Fact fact) throws InterruptedException {
        MAY_BEGIN.await();
        switch (event) {
            case Opened opened -> views.save(opened.tallyId(), new TallyView(opened.tallyId(), 0), fact);
            case Added added -> views.update(added.tallyId(), new Update().set("total", added.total()), fact);
        }
    }
}
