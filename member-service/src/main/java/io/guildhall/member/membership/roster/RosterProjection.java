package io.guildhall.member.membership.roster;

import io.guildhall.member.membership.MembershipEvent;
import io.guildhall.member.membership.MembershipEvent.MembershipActivated;
import io.guildhall.member.membership.MembershipEvent.MembershipChurned;
import io.guildhall.member.membership.MembershipEvent.MembershipJoined;
import io.guildhall.member.membership.MembershipEvent.MembershipRenewed;
import io.guildhall.member.membership.MembershipEvent.MembershipReturned;
import io.guildhall.member.membership.MembershipEvent.SubscriptionLeft;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.data.mongodb.core.query.Update;

/** Keeps {@link RosterEntry}. Every write may be repeated. */
@Projection(value = "roster-entries", keeps = RosterEntry.class)
class RosterProjection {

    private final ReadModel<RosterEntry> roster;

    RosterProjection(ReadModels models) {
        this.roster = models.of(RosterEntry.class);
    }

    @EventHandler
    void on(MembershipEvent event, Fact fact) {
        String id = event.membershipId();
        switch (event) {
            case MembershipJoined joined ->
                roster.upsert(
                        id,
                        Update.update("communityId", joined.communityId())
                                .set("memberId", joined.memberId())
                                .min("joinedAt", joined.at()),
                        fact);
            case MembershipActivated term -> roster.update(id, new Update().max("termEnd", term.termEnd()), fact);
            case MembershipRenewed term -> roster.update(id, new Update().max("termEnd", term.termEnd()), fact);
            case MembershipReturned _ -> roster.update(id, new Update().unset("endedAt"), fact);
            case MembershipChurned churned -> roster.update(id, Update.update("endedAt", churned.endedAt()), fact);
            case SubscriptionLeft _ -> {} // others carry on
        }
    }
}
