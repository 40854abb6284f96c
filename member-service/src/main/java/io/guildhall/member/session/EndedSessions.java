package io.guildhall.member.session;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/** Remembers which sessions were ended before their time, for as long as a copied cookie could live. */
@Component
public class EndedSessions {

    private static final String SID = "sid/";
    private static final String MEMBER = "member/";

    private final MongoOperations mongo;
    private final InstantSource clock = InstantSource.system();

    EndedSessions(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Ends one session. Repeatable. */
    public void end(String sid) {
        remember(SID + sid);
    }

    /** Ends every session that this member has begun so far. Repeatable. */
    public void endAllOf(String memberId) {
        remember(MEMBER + memberId);
    }

    boolean covers(Session session) {
        return standing(List.of(session)).isEmpty();
    }

    /** Those of these sessions that were not ended. */
    List<Session> standing(List<Session> sessions) {
        Set<String> ids = sessions.stream().flatMap(EndedSessions::names).collect(Collectors.toSet());
        Map<String, Instant> ends = mongo.find(query(where("_id").in(ids)), Ended.class).stream()
                .collect(Collectors.toMap(Ended::id, Ended::at));
        return sessions.stream()
                .filter(session -> names(session)
                        .noneMatch(name -> session.signedInAt().isBefore(ends.getOrDefault(name, Instant.MIN))))
                .toList();
    }

    /** Removes what no cookie reaches any more. */
    public void sweep() {
        mongo.remove(query(where("until").lt(clock.instant())), Ended.class);
    }

    private static Stream<String> names(Session session) {
        return Stream.of(SID + session.sid(), MEMBER + session.memberId());
    }

    private void remember(String id) {
        Instant now = clock.instant();
        mongo.save(new Ended(id, now, now.plus(SessionCookie.LIFETIME)));
    }

    @Document("ended_sessions")
    record Ended(@Id String id, Instant at, @Indexed Instant until) {}
}
