package io.guildhall.editions;

import io.guildhall.editions.Till.Sold;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Heard;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventHandler;

/** Its code can be another from one moment to the next, and an edition can be held or made to fail. */
@Projection(
        value = "sales",
        keeps = {Sale.class, Loaf.class})
class SalesProjection {

    /** What a sale is multiplied with; a change of it is a change of the code. */
    static volatile int factor = 1;

    /** Is asked before each sale, with the name of the thread, which names the edition on the own log. */
    static volatile Consumer<String> before = _ -> {};

    @Heard("bakery.loaf.baked")
    record Baked(int slices) {}

    private final ReadModel<Sale> sales;
    private final ReadModel<Loaf> loaves;

    SalesProjection(ReadModels models) {
        sales = models.of(Sale.class);
        loaves = models.of(Loaf.class);
    }

    /** Lets the edition of this number on the own log stand at its next sale until the answer is counted down. */
    static CountDownLatch hold(int edition) {
        var held = new CountDownLatch(1);
        before = thread -> {
            if (thread.contains("/sales." + edition + "@")) {
                try {
                    held.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(interrupted);
                }
            }
        };
        return held;
    }

    @EventHandler
    void on(Sold event, Fact fact) {
        before.accept(Thread.currentThread().getName());
        sales.save(event.tillId(), new Sale(event.tillId(), event.total() * factor), fact);
    }

    @EventHandler
    void on(Baked event, Fact fact) {
        loaves.save(fact.streamId(), new Loaf(fact.streamId(), event.slices()), fact);
    }
}
