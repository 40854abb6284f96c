package io.guildhall.member.membership;

import io.guildhall.member.membership.MembershipCommand.RunTerm;
import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;
import io.guildhall.platform.event.Visibility;
import java.time.Instant;

/** The facts of a membership, as stored and published for ever. */
public sealed interface MembershipEvent extends InCommunity {

    String membershipId();

    String memberId();

    /** For the first time ever; told again with an earlier moment when one hears late of a term before. */
    @EventName("member.membership.joined")
    record MembershipJoined(String membershipId, String communityId, String memberId, Instant at)
            implements MembershipEvent {}

    /** Again, after having churned; at the very moment of a churn it says that nobody left. */
    @EventName("member.membership.returned")
    record MembershipReturned(String membershipId, String communityId, String memberId, Instant at)
            implements MembershipEvent {}

    /** A term runs where none did; follows on joined and on returned. */
    @EventName("member.membership.activated")
    record MembershipActivated(
            String membershipId,
            String communityId,
            String memberId,
            String subscriptionId,
            Instant termStart,
            Instant termEnd)
            implements MembershipEvent {

        static MembershipActivated of(RunTerm term) {
            return new MembershipActivated(
                    term.membershipId(),
                    term.communityId(),
                    term.memberId(),
                    term.subscriptionId(),
                    term.from(),
                    term.until());
        }
    }

    /** A further term, or one of another subscription, runs for somebody who is active; known before where it is paid ahead. */
    @EventName("member.membership.renewed")
    record MembershipRenewed(
            String membershipId,
            String communityId,
            String memberId,
            String subscriptionId,
            Instant termStart,
            Instant termEnd)
            implements MembershipEvent {

        static MembershipRenewed of(RunTerm term) {
            return new MembershipRenewed(
                    term.membershipId(),
                    term.communityId(),
                    term.memberId(),
                    term.subscriptionId(),
                    term.from(),
                    term.until());
        }
    }

    /** A subscription carries the membership no longer; others may. */
    @EventName(value = "member.membership.subscription-left", visibility = Visibility.INTERNAL)
    record SubscriptionLeft(
            String membershipId, String communityId, String memberId, String subscriptionId, Instant endedAt)
            implements MembershipEvent {}

    /** From this moment on no subscription carried the membership; that somebody canceled is no churn. */
    @EventName("member.membership.churned")
    record MembershipChurned(String membershipId, String communityId, String memberId, Instant endedAt)
            implements MembershipEvent {}
}
