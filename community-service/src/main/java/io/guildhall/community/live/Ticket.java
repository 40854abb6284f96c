package io.guildhall.community.live;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Opens one connection.
 *
 * @param hash of the secret that the client shows
 */
@Document("chat_ticket")
record Ticket(
        @Id String hash,
        String memberId,
        String communityId,
        @Indexed Instant expiresAt) {}
