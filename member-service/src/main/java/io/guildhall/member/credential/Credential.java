package io.guildhall.member.credential;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The hash of one password of one member.
 *
 * @param unchecked when it was made, until it is known that the member's account came about
 */
@Document("credentials")
record Credential(
        @Id String credentialId,
        @Indexed String memberId,
        String hash,
        @Indexed @Nullable Instant unchecked) {

    @Override
    public String toString() {
        return "Credential[credentialId=%s, memberId=%s]".formatted(credentialId, memberId);
    }
}
