package io.guildhall.community.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.platform.id.Ids;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoOperations;

/** Gives tickets and takes them back: each opens one connection, once, at any instance, and not for long. */
public final class Tickets {

    private static final int BYTES = 32;
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final MongoOperations mongo;
    private final Duration life;
    private final InstantSource real;
    private final SecureRandom random = new SecureRandom();

    /** @param real the real clock: a moved one must not end a ticket on its way */
    Tickets(MongoOperations mongo, Duration life, InstantSource real) {
        this.mongo = mongo;
        this.life = life;
        this.real = real;
    }

    public Duration life() {
        return life;
    }

    /** A secret for this visitor; only its hash is kept. */
    public String give(Visitor visitor) {
        Instant now = real.instant();
        mongo.remove(query(where("expiresAt").lt(now.minus(KEPT))), Ticket.class);
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        mongo.insert(new Ticket(hash(ticket), visitor.memberId(), visitor.communityId(), now.plus(life)));
        return ticket;
    }

    /** Whom the ticket lets in; the same ticket lets nobody in again. */
    Optional<Visitor> take(String ticket) {
        Ticket found = mongo.findAndRemove(query(where("_id").is(hash(ticket))), Ticket.class);
        return Optional.ofNullable(found)
                .filter(known -> real.instant().isBefore(known.expiresAt()))
                .map(known -> new Visitor(known.memberId(), known.communityId()));
    }

    private static String hash(String ticket) {
        return Ids.derived("tic", ticket.getBytes(US_ASCII));
    }
}
