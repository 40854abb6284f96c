package io.guildhall.member.key;

import io.guildhall.member.key.AccessKeyEvent.AccessKeyCreated;
import io.guildhall.member.key.AccessKeyEvent.AccessKeyEnded;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;

/** Keeps {@link Key}. Every write may be repeated. */
@Projection(value = "access-keys", keeps = Key.class)
class KeyProjection {

    private final ReadModel<Key> keys;

    KeyProjection(ReadModels models) {
        this.keys = models.of(Key.class);
    }

    @EventHandler
    void on(AccessKeyEvent event, Fact fact) {
        switch (event) {
            case AccessKeyCreated key -> keys.save(key.keyId(), of(key, fact), fact);
            case AccessKeyEnded key -> keys.remove(key.keyId(), fact);
        }
    }

    private static Key of(AccessKeyCreated key, Fact fact) {
        return new Key(key.keyId(), key.memberId(), key.name(), key.hash(), fact.recordedAt(), key.expiresAt());
    }
}
