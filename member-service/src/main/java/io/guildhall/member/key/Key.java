package io.guildhall.member.key;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** Read model: an access key that was not ended; it may have expired. */
@Document("access_keys")
public record Key(
        @Id String keyId,
        @Indexed String memberId,
        String name,
        @Indexed String hash,
        Instant createdAt,
        Instant expiresAt) {

    public boolean is(KeyKind kind) {
        return kind.names(keyId);
    }

    @Override
    public String toString() {
        return "Key[keyId=%s, memberId=%s]".formatted(keyId, memberId);
    }
}
