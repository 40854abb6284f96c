package io.guildhall.member.throttle;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.platform.id.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Counts tries per subject in a sliding window, by the real clock.
 *
 * <p>A try is counted before its work begins, so that many at once do not slip through, and taken back when it turns out
 * well. One that is refused is not counted: nobody can lock another out for ever.
 */
@Component
public class Tries {

    private final MongoOperations mongo;
    private final InstantSource clock = InstantSource.system();

    Tries(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** @throws TooManyTries when {@code most} tries of this subject lie within the window already */
    public Try begin(String subject, int most, Duration window) {
        Instant now = clock.instant();
        Counted counted = mongo.insert(new Counted(Ids.next("try"), subject, now, now.plus(window)));
        Query recent = query(where("subject").is(subject).and("at").gt(now.minus(window)));
        if (mongo.count(recent, Counted.class) > most) {
            takeBack(counted);
            Counted oldest = mongo.findOne(recent.with(Sort.by("at")), Counted.class);
            throw new TooManyTries(
                    oldest == null
                            ? Duration.ZERO
                            : Duration.between(now, oldest.at().plus(window)));
        }
        return () -> takeBack(counted);
    }

    /** Removes what no window reaches any more. */
    public void sweep() {
        mongo.remove(query(where("until").lt(clock.instant())), Counted.class);
    }

    private void takeBack(Counted counted) {
        mongo.remove(query(where("_id").is(counted.id())), Counted.class);
    }

    /** A try under way. */
    public interface Try {

        /** The try turned out well and does not count. */
        void takeBack();
    }

    @Document("tries")
    @CompoundIndex(name = "recent", def = "{subject: 1, at: 1}")
    record Counted(
            @Id String id,
            String subject,
            Instant at,
            @Indexed Instant until) {}
}
