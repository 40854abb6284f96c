package io.guildhall.member.session;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static org.springframework.data.mongodb.core.query.Update.update;

import io.guildhall.platform.privacy.SealedField;
import io.guildhall.platform.privacy.Sealer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.bson.types.Binary;
import org.springframework.context.annotation.Bean;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Remembers which sessions were begun and from where, sealed, for as long as anything that followed from one can live. */
@Component
public class BegunSessions {

    private final MongoOperations mongo;
    private final Sealer sealer;
    private final EndedSessions ended;
    private final InstantSource clock = InstantSource.system();
    private final JsonMapper json = JsonMapper.builder().build();

    BegunSessions(MongoOperations mongo, Sealer sealer, EndedSessions ended) {
        this.mongo = mongo;
        this.sealer = sealer;
        this.ended = ended;
    }

    /** Those of a member, also such as are over or were ended not long ago. */
    public List<BegunSession> of(String memberId) {
        return mongo.find(query(where("memberId").is(memberId)), Begun.class).stream()
                .map(this::opened)
                .toList();
    }

    /** Those of a member that were not ended; the cookie of one may have run out. */
    public List<BegunSession> standingOf(String memberId) {
        List<BegunSession> all = of(memberId);
        Set<Session> standing = Set.copyOf(
                ended.standing(all.stream().map(BegunSession::session).toList()));
        return all.stream().filter(each -> standing.contains(each.session())).toList();
    }

    /** Something followed from a session that outlives its cookie. Repeatable; nothing for a session not known here. */
    public void keepUntil(String sid, Instant until) {
        mongo.updateFirst(
                query(where("_id").is(sid).and("keptUntil").lt(until)), update("keptUntil", until), Begun.class);
    }

    /** Forgets sessions of which nothing lives any more. */
    public void sweep() {
        mongo.remove(query(where("keptUntil").lt(clock.instant())), Begun.class);
    }

    void begin(Session session, Device device) {
        byte[] sealed = sealer.seal(json.writeValueAsBytes(device), context(session.sid()));
        mongo.insert(new Begun(
                session.sid(),
                session.memberId(),
                session.signedInAt(),
                session.until(),
                session.until(),
                new Binary(sealed)));
    }

    private BegunSession opened(Begun begun) {
        byte[] device = sealer.open(begun.device().getData(), context(begun.sid()));
        return new BegunSession(
                new Session(begun.memberId(), begun.sid(), begun.signedInAt(), begun.until()),
                json.readValue(device, Device.class));
    }

    @Bean
    static SealedField sealedDevices() {
        return new SealedField("begun_sessions", "device", BegunSessions::context);
    }

    private static String context(String sid) {
        return "begun-session/" + sid;
    }

    @Document("begun_sessions")
    record Begun(
            @Id String sid,
            @Indexed String memberId,
            Instant signedInAt,
            Instant until,
            @Indexed Instant keptUntil,
            Binary device) {}
}
