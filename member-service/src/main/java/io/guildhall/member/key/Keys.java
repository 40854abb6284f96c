package io.guildhall.member.key;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.platform.follow.ReadModel;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Finds access keys; they follow the facts after a moment. Whether one has expired is told by the real clock. */
@Component
public class Keys {

    private final MongoOperations mongo;
    private final InstantSource clock = InstantSource.system();

    Keys(MongoOperations mongo) {
        this.mongo = mongo;
    }

    public List<Key> of(String memberId, KeyKind kind) {
        return mongo.find(query(where("memberId").is(memberId)).with(Sort.by("_id")), Key.class).stream()
                .filter(key -> key.is(kind))
                .toList();
    }

    /** The key of this id, if it is in force. */
    public Optional<Key> inForce(String keyId) {
        return Optional.ofNullable(mongo.findOne(ReadModel.byId(keyId), Key.class))
                .filter(this::lives);
    }

    /** The key whose secret has this hash, if it is in force. */
    public Optional<Key> inForceByHash(String hash) {
        return mongo.find(query(where("hash").is(hash)), Key.class).stream()
                .filter(this::lives)
                .findAny();
    }

    private boolean lives(Key key) {
        return key.expiresAt().isAfter(clock.instant());
    }
}
