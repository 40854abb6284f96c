package io.guildhall.member.key;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/** Remembers, to the minute, when a key was last used. No event, since it would be one per request. */
@Component
public class KeyUses {

    private static final Duration EXACT_TO = Duration.ofMinutes(1);

    private final MongoOperations mongo;
    private final InstantSource clock = InstantSource.system();

    KeyUses(MongoOperations mongo) {
        this.mongo = mongo;
    }

    public void used(String keyId) {
        Instant now = clock.instant();
        KeyUse last = mongo.findById(keyId, KeyUse.class);
        if (last == null || last.at().plus(EXACT_TO).isBefore(now)) {
            mongo.save(new KeyUse(keyId, now));
        }
    }

    /** When each of these keys was last used; one that never was is left out. */
    public Map<String, Instant> of(Collection<String> keyIds) {
        return mongo.find(query(where("_id").in(keyIds)), KeyUse.class).stream()
                .collect(Collectors.toMap(KeyUse::keyId, KeyUse::at));
    }

    @Document("access_key_uses")
    record KeyUse(@Id String keyId, Instant at) {}
}
