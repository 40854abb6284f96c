package io.guildhall.platform.follow;

import io.guildhall.platform.follow.EditionProgress.Way;
import io.guildhall.platform.follow.ReadModelEditions.Beside;
import io.guildhall.platform.follow.ReadModelEditions.State;
import io.guildhall.platform.follow.Shelf.Kept;
import io.guildhall.platform.problem.NotFound;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Where an operator has a read model rebuilt beside the live one, compares both, switches and drops. */
public final class EditionDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Less than the gateway waits. */
    private static final Duration WAITING = Duration.ofSeconds(20);

    /** By then every instance knows what was announced, and what it read before has been answered. */
    private static final Duration KNOWN = Editions.BELIEVED.multipliedBy(2);

    private final Components components;
    private final Editions editions;
    private final EditionProgress progress;
    private final EditionTemplate mongo;
    private final MongoDeadLetters letters;
    private final Followers followers;
    private final InstantSource clock;
    private final Map<Edition, Pace> paces = new ConcurrentHashMap<>();
    private final ExecutorService comparing = Executors.newVirtualThreadPerTaskExecutor();

    EditionDesk(
            Components components,
            Editions editions,
            EditionProgress progress,
            EditionTemplate mongo,
            MongoDeadLetters letters,
            Followers followers,
            InstantSource clock) {
        this.components = components;
        this.editions = editions;
        this.progress = progress;
        this.mongo = mongo;
        this.letters = letters;
        this.followers = followers;
        this.clock = clock;
    }

    /** All read models of this service, by name. */
    public List<ReadModelEditions> all() {
        return components
                .projections()
                .map(projection -> describe(projection, editions.now(projection.name())))
                .sorted((one, other) -> one.projection().compareTo(other.projection()))
                .toList();
    }

    /** @throws NotFound when no projection of this service is called so; so do all others */
    public ReadModelEditions of(String projection) {
        return describe(find(projection), editions.now(projection));
    }

    /**
     * Begins a new edition beside the live one, from the first event on.
     *
     * @throws RebuildRunning where one is beside it that was never live; one that was is dropped
     */
    public ReadModelEditions begin(String projection, String actor) {
        return describe(find(projection), editions.change(projection, shelf -> shelf.begin(actor, clock.instant())));
    }

    /** @throws NoRebuild where nothing is beside the live edition; so do all others */
    public ReadModelEditions pause(String projection) {
        return describe(find(projection), editions.change(projection, shelf -> shelf.pause(true)));
    }

    public ReadModelEditions resume(String projection) {
        return describe(find(projection), editions.change(projection, shelf -> shelf.pause(false)));
    }

    /** Gives the edition beside the live one up for good; its documents are removed a little later. */
    public ReadModelEditions drop(String projection) {
        return describe(find(projection), editions.change(projection, shelf -> shelf.drop(clock.instant())));
    }

    /**
     * Compares both editions while they go on; takes time in proportion to the documents, and goes on by itself where that is
     * longer than anybody waits here: what was found before is gone until it has ended.
     *
     * @throws RebuildBehind when one does not see what the other has seen within seconds
     */
    public ReadModelEditions compare(String projection) {
        Component component = find(projection);
        Shelf shelf = editions.change(projection, Shelf::forget);
        Future<Shelf> compared = comparing.submit(() -> compare(component, shelf));
        try {
            return describe(component, compared.get(WAITING.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            return describe(component, editions.now(projection));
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Shelf compare(Component projection, Shelf shelf) {
        Edition live = shelf.liveEdition();
        int number = shelf.going().number();
        Edition beside = shelf.edition(number);
        var comparison = new Comparison(
                mongo.getDb(), mongo.collections(projection, live), mongo.collections(projection, beside));
        Compared compared = new EditionComparison(comparison, () -> progress.level(projection, live, beside, PATIENCE))
                .run(clock.instant());
        return editions.change(projection.name(), now -> now.compared(shelf.live(), number, compared));
    }

    /**
     * Makes the edition beside the live one the one that all instances read, and keeps the other. First readers wait for
     * both, until every instance knows that; so none of them misses what he did himself when the switch is made.
     *
     * @throws RebuildBehind when it has not seen what the live one has
     */
    public ReadModelEditions turn(String projection) {
        Component component = find(projection);
        Shelf before = editions.now(projection);
        level(component, before, before.going());
        Shelf announced = editions.change(projection, Shelf::announce);
        long since = announced.version();
        try {
            pause();
            level(component, announced, announced.going());
            return describe(component, editions.change(projection, shelf -> shelf.turn(since)));
        } catch (RuntimeException refused) {
            editions.change(projection, shelf -> shelf.withdraw(since));
            throw refused;
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

    private ReadModelEditions describe(Component projection, Shelf shelf) {
        return new ReadModelEditions(
                projection.name(),
                shelf.live(),
                shelf.beside().map(each -> beside(projection, shelf, each)).orElse(null));
    }

    private Beside beside(Component projection, Shelf shelf, Kept kept) {
        Edition edition = shelf.edition(kept.number());
        Way way = progress.way(projection, edition);
        Double rate = rate(edition, kept, way);
        return new Beside(
                kept.number(),
                state(shelf, kept, way),
                kept.served(),
                kept.begunAt(),
                kept.by(),
                way.done(),
                way.total(),
                rate,
                rate == null || rate <= 0 ? null : (long) Math.ceil((way.total() - way.done()) / rate),
                letters.withheld(edition.follower()).size(),
                followers.troublesOf(edition).findFirst().orElse(null),
                kept.compared());
    }

    private @Nullable Double rate(Edition edition, Kept kept, Way way) {
        Pace pace = paces.computeIfAbsent(edition, _ -> new Pace());
        if (kept.paused()) {
            pace.standsStill();
            return null;
        }
        return pace.at(System.nanoTime(), way.done());
    }

    private static State state(Shelf shelf, Kept kept, Way way) {
        if (kept.paused()) {
            return State.PAUSED;
        }
        if (shelf.next() != null) {
            return State.SWITCHING;
        }
        return way.caughtUp() ? State.CAUGHT_UP : State.REBUILDING;
    }
}
