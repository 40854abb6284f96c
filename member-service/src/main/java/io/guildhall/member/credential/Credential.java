package io.guildhall.member.credential;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** The hash of one password of one member. */
@Document("credentials")
record Credential(
        @Id String credentialId,
        String memberId,
        String hash,
        @Indexed Instant madeAt) {

    @Override
    public String toString() {
        return "Credential[credentialId=%s, memberId=%s]".formatted(credentialId, memberId);
    }
}
