package io.guildhall.member.notice.list;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** Read model: the mark up to which a member has read all notices. */
@Document("notices_read_up_to")
record ReadUpTo(@Id String memberId, Instant upTo) {}
