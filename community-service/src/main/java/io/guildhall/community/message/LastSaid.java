package io.guildhall.community.message;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** What one member said last in one slow channel, and when. */
@Document("last_said")
record LastSaid(@Id String id, String messageId, Instant at) {}
