package io.guildhall.member.session;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/** Remembers which sessions were ended before their time, for as long as a copied cookie could live. */
@Component
public class EndedSessions {

    private final MongoOperations mongo;
    private final InstantSource clock = InstantSource.system();

    EndedSessions(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Ends one session. Repeatable. */
    public void end(String sid) {
        remember("sid/" + sid);
    }

    /** Ends every session that this member has begun so far. Repeatable. */
    public void endAllOf(String memberId) {
        remember("member/" + memberId);
    }

    boolean covers(Session session) {
        List<String> ids = List.of("sid/" + session.sid(), "member/" + session.memberId());
        return mongo.find(query(where("_id").in(ids)), Ended.class).stream()
                .anyMatch(ended -> session.signedInAt().isBefore(ended.at()));
    }

    /** Removes what no cookie reaches any more. */
    public void sweep() {
        mongo.remove(query(where("until").lt(clock.instant())), Ended.class);
    }

    private void remember(String id) {
        Instant now = clock.instant();
        mongo.save(new Ended(id, now, now.plus(SessionCookie.LIFETIME)));
    }

    @Document("ended_sessions")
    record Ended(@Id String id, Instant at, @Indexed Instant until) {}
}
