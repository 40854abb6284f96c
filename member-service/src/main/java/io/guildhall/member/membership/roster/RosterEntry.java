package io.guildhall.member.membership.roster;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Read model: one membership, also after it ended.
 *
 * @param termEnd when the newest term ends that was ever paid, be it given back
 * @param endedAt when it churned; none while it runs
 */
@Document("memberships")
@CompoundIndex(name = "of_member", def = "{memberId: 1, _id: 1}")
@CompoundIndex(name = "of_community", def = "{communityId: 1, _id: 1}")
public record RosterEntry(
        @Id String membershipId,
        String communityId,
        String memberId,
        @Nullable Instant joinedAt,
        @Nullable Instant termEnd,
        @Nullable Instant endedAt) {

    @JsonProperty
    public boolean active() {
        return termEnd != null && endedAt == null;
    }
}
