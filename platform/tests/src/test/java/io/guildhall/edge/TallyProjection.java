package io.guildhall.edge;

import io.guildhall.edge.TallyEvent.Counted;
import io.guildhall.edge.TallyEvent.Labeled;
import io.guildhall.edge.TallyEvent.Opened;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.axonframework.eventhandling.EventHandler;

/** Can be held, so that a reader who does not wait reads the past, and made to fail at an event. */
@Projection(value = "tallies", keeps = TallyView.class)
class TallyProjection {

    static volatile CountDownLatch held = new CountDownLatch(0);
    static final Map<TallyEvent, Throwable> POISON = new ConcurrentHashMap<>();

    /** What it handled, in that order. */
    static final List<TallyEvent> TOLD = new CopyOnWriteArrayList<>();

    private final ReadModel<TallyView> tallies;

    TallyProjection(ReadModels models) {
        this.tallies = models.of(TallyView.class);
    }

    @EventHandler
    void on(TallyEvent event, Fact fact) throws Throwable {
        held.await();
        Throwable poison = POISON.get(event);
        if (poison != null) {
            throw poison;
        }
        switch (event) {
            case Opened _ -> save(event, 0, fact);
            case Counted counted -> save(event, counted.total(), fact);
            case Labeled _ -> {}
        }
        TOLD.add(event);
    }

    private void save(TallyEvent event, int total, Fact fact) {
        tallies.save(event.tallyId(), new TallyView(event.tallyId(), total), fact);
    }
}
