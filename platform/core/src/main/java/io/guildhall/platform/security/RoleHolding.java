package io.guildhall.platform.security;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One role of one member in one community as this service has heard of it; stays when it is withdrawn, so that an old
 * message which arrives once more does not give it back.
 *
 * @param communityId {@link #INSTALLATION} for roles of the whole installation
 */
@Document("role_holdings")
record RoleHolding(
        @Id String roleId, String communityId, @Indexed String memberId, String role, boolean held) {

    static final String INSTALLATION = "*";
}
