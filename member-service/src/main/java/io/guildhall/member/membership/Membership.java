package io.guildhall.member.membership;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.member.membership.MembershipCommand.EndTerms;
import io.guildhall.member.membership.MembershipCommand.RunTerm;
import io.guildhall.member.membership.MembershipEvent.MembershipActivated;
import io.guildhall.member.membership.MembershipEvent.MembershipChurned;
import io.guildhall.member.membership.MembershipEvent.MembershipJoined;
import io.guildhall.member.membership.MembershipEvent.MembershipRenewed;
import io.guildhall.member.membership.MembershipEvent.MembershipReturned;
import io.guildhall.member.membership.MembershipEvent.SubscriptionLeft;
import io.guildhall.platform.axon.Snapshotted;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a person joined, left and returned, whatever number of subscriptions carries the membership and in
 * whatever order one hears of them: each change of what is known tells the moments at which it makes a difference.
 */
@Aggregate
@Snapshotted(name = "member.membership", revision = 2)
class Membership {

    @AggregateIdentifier
    private @Nullable String membershipId;

    private String communityId = "";
    private String memberId = "";
    private final Map<String, Carrier> carriers = new HashMap<>(); // by subscription

    Membership() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RunTerm term) {
        Carrier known = carriers.get(term.subscriptionId());
        if (known != null && known.knows(term.until())) {
            return;
        }
        Coverage before = coverage();
        Coverage after = known != null ? before : before.with(new Carrier(term.from(), term.until(), null));
        String id = term.membershipId();
        List<Instant> turns = after.turnsSince(before);
        turns.forEach(moment -> {
            if (before.beginsAfter(moment)) {
                apply(new MembershipJoined(id, term.communityId(), term.memberId(), moment));
            } else {
                apply(new MembershipReturned(id, communityId, memberId, moment));
            }
        });
        apply(turns.contains(term.from()) ? MembershipActivated.of(term) : MembershipRenewed.of(term));
    }

    @CommandHandler
    void handle(EndTerms end) {
        Carrier known = carriers.get(end.subscriptionId());
        if (known == null || known.endedAt() != null) {
            return;
        }
        Coverage before = coverage();
        String id = end.membershipId();
        apply(new SubscriptionLeft(id, communityId, memberId, end.subscriptionId(), end.endedAt()));
        Coverage after = coverage();
        after.turnsSince(before).forEach(moment -> {
            if (after.holdsAt(moment)) {
                apply(new MembershipReturned(id, communityId, memberId, moment));
            } else {
                apply(new MembershipChurned(id, communityId, memberId, moment));
            }
        });
    }

    private Coverage coverage() {
        return new Coverage(carriers.values());
    }

    @EventSourcingHandler
    void on(MembershipEvent event) {
        membershipId = event.membershipId();
        communityId = event.communityId();
        memberId = event.memberId();
        switch (event) {
            case MembershipJoined _, MembershipReturned _ -> {}
            case MembershipActivated term -> carry(term.subscriptionId(), term.termStart(), term.termEnd());
            case MembershipRenewed term -> carry(term.subscriptionId(), term.termStart(), term.termEnd());
            case SubscriptionLeft left ->
                carriers.computeIfPresent(left.subscriptionId(), (_, each) -> each.ended(left.endedAt()));
            case MembershipChurned churned -> carriers.replaceAll((_, each) -> each.endedBy(churned.endedAt()));
        }
    }

    private void carry(String subscriptionId, Instant from, Instant until) {
        carriers.merge(subscriptionId, new Carrier(from, until, null), (known, _) -> known.renewed(until));
    }
}
