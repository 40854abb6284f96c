package io.guildhall.member.membership;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything a {@link Membership} is asked by policies. */
public sealed interface MembershipCommand {

    String membershipId();

    /**
     * A term is paid, and runs or will run; a term that is known already is harmless.
     *
     * @param from its first moment
     * @param until the first moment behind it
     */
    record RunTerm(
            @TargetAggregateIdentifier String membershipId,
            String communityId,
            String memberId,
            String subscriptionId,
            Instant from,
            Instant until)
            implements MembershipCommand {

        public static RunTerm of(
                String communityId, String memberId, String subscriptionId, Instant from, Instant until) {
            return new RunTerm(
                    MembershipId.of(communityId, memberId), communityId, memberId, subscriptionId, from, until);
        }
    }

    /** No term of this subscription follows; asking again is harmless. */
    record EndTerms(@TargetAggregateIdentifier String membershipId, String subscriptionId, Instant endedAt)
            implements MembershipCommand {}
}
