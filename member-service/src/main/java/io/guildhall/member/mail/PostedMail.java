package io.guildhall.member.mail;

import java.time.Instant;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A mail that waits or was sent.
 *
 * @param sealed the letter, gone once it is sent
 * @param waiting whether it is still to be sent
 * @param tryAt when to try next
 */
@Document("mails")
@CompoundIndex(name = "waiting", def = "{waiting: 1, tryAt: 1}")
record PostedMail(
        @Id String id,
        Instant postedAt,
        boolean waiting,
        Instant tryAt,
        int tries,
        @Nullable Binary sealed) {}
