package io.guildhall.platform.follow;

import io.guildhall.platform.follow.Shelf.Kept;
import io.guildhall.platform.problem.NotFound;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where an operator has a read model rebuilt beside the live one, compares both, switches and drops. */
public final class EditionDesk {

    private static final Logger LOG = LoggerFactory.getLogger(EditionDesk.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Less than the gateway waits. */
    private static final Duration WAITING = Duration.ofSeconds(20);

    /** By then every instance knows what was announced, and what it read before has been answered. */
    private static final Duration KNOWN = Editions.BELIEVED.multipliedBy(2);

    private final Components components;
    private final Editions editions;
    private final EditionProgress progress;
    private final EditionTemplate mongo;
    private final EditionViews views;
    private final InstantSource clock;
    private final ExecutorService comparing = Executors.newVirtualThreadPerTaskExecutor();

    EditionDesk(
            Components components,
            Editions editions,
            EditionProgress progress,
            EditionTemplate mongo,
            EditionViews views,
            InstantSource clock) {
        this.components = components;
        this.editions = editions;
        this.progress = progress;
        this.mongo = mongo;
        this.views = views;
        this.clock = clock;
    }

    /** All read models of this service, by name. */
    public List<ReadModelEditions> all() {
        return components
                .projections()
                .map(projection -> views.of(projection, editions.now(projection.name())))
                .sorted((one, other) -> one.projection().compareTo(other.projection()))
                .toList();
    }

    /** @throws NotFound when no projection of this service is called so; so do all others */
    public ReadModelEditions of(String projection) {
        return views.of(find(projection), editions.now(projection));
    }

    /**
     * Begins a new edition beside the live one, from the first event on.
     *
     * @throws RebuildRunning where one is beside it that was never live; one that was is dropped
     */
    public ReadModelEditions begin(String projection, String actor) {
        return views.of(find(projection), editions.change(projection, shelf -> shelf.begin(actor, clock.instant())));
    }

    /** @throws NoRebuild where nothing is beside the live edition; so do all others */
    public ReadModelEditions pause(String projection) {
        return views.of(find(projection), editions.change(projection, shelf -> shelf.pause(true)));
    }

    public ReadModelEditions resume(String projection) {
        return views.of(find(projection), editions.change(projection, shelf -> shelf.pause(false)));
    }

    /**
     * Gives the edition beside the live one up for good; its documents are removed a little later.
     *
     * @param edition the one that is meant; {@code null} for whichever it is
     * @throws AnotherEdition where another one is beside the live one
     */
    public ReadModelEditions drop(String projection, @Nullable Integer edition) {
        return views.of(
                find(projection),
                editions.change(projection, shelf -> shelf.meaning(edition).drop(clock.instant())));
    }

    /**
     * Compares both editions while they go on; takes time in proportion to the documents, and goes on by itself where that is
     * longer than anybody waits here: what was found before is gone until it has ended, also where it failed.
     *
     * @throws RebuildBehind when one does not see what the other has seen within seconds
     */
    public ReadModelEditions compare(String projection) {
        Component component = find(projection);
        Shelf shelf = editions.change(projection, Shelf::forget);
        Future<Shelf> compared = comparing.submit(() -> compare(component, shelf));
        try {
            return views.of(component, compared.get(WAITING.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            return views.of(component, editions.now(projection));
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What it came to is kept for whoever asks later, since nobody may wait here any more. */
    private Shelf compare(Component projection, Shelf shelf) {
        int number = shelf.going().number();
        try {
            Compared found = compared(projection, shelf.liveEdition(), shelf.edition(number));
            return editions.change(projection.name(), now -> now.compared(shelf.live(), number, found, null));
        } catch (RuntimeException failure) {
            LOG.warn("The editions of {} were not compared", projection.name(), failure);
            String why = Delivery.describe(failure);
            editions.change(projection.name(), now -> now.compared(shelf.live(), number, null, why));
            throw failure;
        }
    }

    private Compared compared(Component projection, Edition live, Edition beside) {
        var comparison = new Comparison(
                mongo.getDb(), mongo.collections(projection, live), mongo.collections(projection, beside));
        return new EditionComparison(comparison, () -> progress.level(projection, live, beside, PATIENCE))
                .run(clock.instant());
    }

    /**
     * Makes the edition beside the live one the one that all instances read, and keeps the other. First readers wait for
     * both, until every instance knows that; so none of them misses what he did himself when the switch is made.
     *
     * @param edition the one that is to be live; {@code null} for whichever is beside the live one
     * @throws AnotherEdition where it is not beside the live one
     * @throws RebuildBehind when it has not seen what the live one has
     */
    public ReadModelEditions turn(String projection, @Nullable Integer edition) {
        Component component = find(projection);
        Shelf before = editions.now(projection).meaning(edition);
        level(component, before, before.going());
        return views.of(component, turn(component, edition));
    }

    /** Nothing but the switch itself may fail here: what is told of it later does not undo it. */
    private Shelf turn(Component component, @Nullable Integer edition) {
        String projection = component.name();
        Shelf announced =
                editions.change(projection, shelf -> shelf.meaning(edition).announce(clock.instant()));
        long since = announced.version();
        try {
            pause();
            level(component, announced, announced.going());
            return editions.change(projection, shelf -> shelf.turn(since, clock.instant()));
        } catch (RuntimeException refused) {
            withdraw(projection, since, refused);
            throw refused;
        }
    }

    /** Where it cannot be taken back, it ends by itself. */
    private void withdraw(String projection, long since, RuntimeException refused) {
        try {
            editions.change(projection, shelf -> shelf.withdraw(since));
        } catch (RuntimeException stays) {
            refused.addSuppressed(stays);
        }
    }

    private void level(Component component, Shelf shelf, Kept other) {
        progress.level(component, shelf.liveEdition(), shelf.edition(other.number()), PATIENCE);
    }

    private static void pause() {
        try {
            Thread.sleep(KNOWN);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Component find(String projection) {
        return components.projection(projection).orElseThrow(NotFound::new);
    }
}
