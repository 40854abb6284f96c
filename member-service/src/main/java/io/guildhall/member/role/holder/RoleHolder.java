package io.guildhall.member.role.holder;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** Read model: one role that one member holds. */
@Document("role_holders")
public record RoleHolder(
        @Id String roleId,
        @Indexed String communityId,
        @Indexed String memberId,
        String role,
        Instant since,
        String reason) {}
