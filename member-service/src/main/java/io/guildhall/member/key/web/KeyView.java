package io.guildhall.member.key.web;

import io.guildhall.member.key.Key;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key as its member sees it; the secret is never shown again. */
record KeyView(
        String id,
        String name,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    static KeyView of(Key key, @Nullable Instant lastUsedAt) {
        return new KeyView(key.keyId(), key.name(), key.createdAt(), key.expiresAt(), lastUsedAt);
    }
}
