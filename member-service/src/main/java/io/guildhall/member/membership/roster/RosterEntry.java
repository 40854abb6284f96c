package io.guildhall.member.membership.roster;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.guildhall.member.membership.MembershipId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Read model: one membership, also after it ended.
 *
 * @param joinedAt none where somebody was looked for who never was a member
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

    /** Of somebody who never was a member. */
    public static RosterEntry none(String communityId, String memberId) {
        return new RosterEntry(MembershipId.of(communityId, memberId), communityId, memberId, null, null, null);
    }

    @JsonProperty
    public boolean active() {
        return termEnd != null && endedAt == null;
    }
}
