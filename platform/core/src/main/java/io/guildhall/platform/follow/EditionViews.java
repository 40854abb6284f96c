package io.guildhall.platform.follow;

import io.guildhall.platform.follow.EditionProgress.Way;
import io.guildhall.platform.follow.ReadModelEditions.Beside;
import io.guildhall.platform.follow.ReadModelEditions.State;
import io.guildhall.platform.follow.Shelf.Kept;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tells operators how a read model and its editions stand, as far as that can be known now. */
final class EditionViews {

    private final EditionProgress progress;
    private final MongoDeadLetters letters;
    private final Followers followers;
    private final InstantSource clock;
    private final Map<Edition, Pace> paces = new ConcurrentHashMap<>();

    EditionViews(EditionProgress progress, MongoDeadLetters letters, Followers followers, InstantSource clock) {
        this.progress = progress;
        this.letters = letters;
        this.followers = followers;
        this.clock = clock;
    }

    ReadModelEditions of(Component projection, Shelf shelf) {
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
                secondsLeft(way, rate),
                letters.unhandled(edition.follower()),
                followers.troublesOf(edition).findFirst().orElse(null),
                kept.compared(),
                kept.comparisonFailed());
    }

    private static @Nullable Long secondsLeft(Way way, @Nullable Double rate) {
        Long total = way.total();
        return rate == null || rate <= 0 || total == null ? null : (long) Math.ceil((total - way.done()) / rate);
    }

    private @Nullable Double rate(Edition edition, Kept kept, Way way) {
        Pace pace = paces.computeIfAbsent(edition, _ -> new Pace());
        if (kept.paused() || way.total() == null) {
            pace.standsStill();
            return null;
        }
        return pace.at(System.nanoTime(), way.done());
    }

    private State state(Shelf shelf, Kept kept, Way way) {
        if (kept.paused()) {
            return State.PAUSED;
        }
        if (shelf.switching(clock.instant())) {
            return State.SWITCHING;
        }
        return way.caughtUp() ? State.CAUGHT_UP : State.REBUILDING;
    }
}
