package io.guildhall.member.credential;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.platform.id.Ids;
import io.guildhall.platform.log.EventLogs;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Keeps the hashes of passwords, outside of the event log, and forgets them for good. */
@Component
public class Credentials {

    private static final Duration TIME_TO_REGISTER = Duration.ofHours(48);
    private static final int SWEPT_AT_ONCE = 100;

    private final MongoTemplate mongo;
    private final PasswordHasher hasher;
    private final EventLogs logs;
    private final InstantSource clock;

    Credentials(MongoTemplate mongo, PasswordHasher hasher, EventLogs logs, InstantSource clock) {
        this.mongo = mongo;
        this.hasher = hasher;
        this.logs = logs;
        this.clock = clock;
    }

    /** Keeps a new password of the member; no command names it yet. Returns the credential's id. */
    public String keep(String memberId, String password) {
        var credential = new Credential(Ids.next("crd"), memberId, hasher.hash(password), clock.instant());
        mongo.insert(credential);
        return credential.credentialId();
    }

    /** Whether this is the password; takes as long where there is no such credential. */
    public boolean fits(@Nullable String credentialId, String password) {
        Credential found = credentialId == null ? null : mongo.findById(credentialId, Credential.class);
        if (found == null) {
            hasher.matchNobody(password);
            return false;
        }
        return hasher.matches(password, found.hash());
    }

    /** Forgets one password. Repeatable. */
    public void forget(String credentialId) {
        mongo.remove(query(where("_id").is(credentialId)), Credential.class);
    }

    /** Forgets every password of a member. Repeatable. */
    public void forgetAllOf(String memberId) {
        mongo.remove(query(where("memberId").is(memberId)), Credential.class);
    }

    /** Forgets the passwords of registrations that were cut off before their account came about. */
    public void sweep() {
        Query old = query(where("unchecked").lt(clock.instant().minus(TIME_TO_REGISTER)))
                .limit(SWEPT_AT_ONCE);
        for (Credential credential : mongo.find(old, Credential.class)) {
            if (logs.lastOf(credential.memberId()).isEmpty()) {
                forget(credential.credentialId());
            } else {
                Query known = query(where("_id").is(credential.credentialId()));
                mongo.updateFirst(known, new Update().unset("unchecked"), Credential.class);
            }
        }
    }
}
