package io.guildhall.platform.follow;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes room for an edition's documents, and removes all that an edition left. */
final class EditionStore {

    private static final Logger LOG = LoggerFactory.getLogger(EditionStore.class);

    /** Until its followers have surely ended on every instance. */
    private static final Duration ENDED = Duration.ofSeconds(15);

    private final EditionTemplate mongo;
    private final MongoPositions positions;
    private final MongoDeadLetters letters;
    private final Editions editions;
    private final InstantSource clock;

    EditionStore(
            EditionTemplate mongo,
            MongoPositions positions,
            MongoDeadLetters letters,
            Editions editions,
            InstantSource clock) {
        this.mongo = mongo;
        this.positions = positions;
        this.letters = letters;
        this.editions = editions;
        this.clock = clock;
    }

    void prepare(Component projection, Edition edition) {
        ReadModelIndexes.create(mongo, projection, edition);
    }

    void removeGone(Component projection, Shelf shelf) {
        shelf.gone().stream()
                .filter(gone -> gone.at().plus(ENDED).isBefore(clock.instant()))
                .forEach(gone -> {
                    remove(projection, shelf.edition(gone.number()));
                    editions.change(shelf.projection(), now -> now.removed(gone.number()));
                });
    }

    private void remove(Component projection, Edition edition) {
        mongo.drop(mongo.collections(projection, edition).values());
        positions.forget(edition.follower());
        letters.forget(edition.follower());
        LOG.info("{} is removed", edition.follower());
    }
}
