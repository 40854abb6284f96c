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
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Decides when a person joins, stays, leaves and returns, whatever number of subscriptions carries the membership. */
@Aggregate
@Snapshotted(name = "member.membership", revision = 1)
class Membership {

    @AggregateIdentifier
    private @Nullable String membershipId;

    private String communityId = "";
    private String memberId = "";
    private boolean churned;

    /** The end of the newest term of each subscription that goes on. */
    private final Map<String, Instant> running = new HashMap<>();

    Membership() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RunTerm term) {
        Instant known = running.get(term.subscriptionId());
        if (known != null && !term.until().isAfter(known)) {
            return;
        }
        if (!running.isEmpty()) {
            apply(new MembershipRenewed(
                    term.membershipId(),
                    term.communityId(),
                    term.memberId(),
                    term.subscriptionId(),
                    term.from(),
                    term.until()));
            return;
        }
        if (membershipId == null) {
            apply(new MembershipJoined(term.membershipId(), term.communityId(), term.memberId(), term.from()));
        } else if (churned) {
            apply(new MembershipReturned(term.membershipId(), communityId, memberId, term.from()));
        }
        apply(new MembershipActivated(
                term.membershipId(),
                term.communityId(),
                term.memberId(),
                term.subscriptionId(),
                term.from(),
                term.until()));
    }

    @CommandHandler
    void handle(EndTerms end) {
        if (!running.containsKey(end.subscriptionId())) {
            return;
        }
        if (running.size() == 1) {
            apply(new MembershipChurned(end.membershipId(), communityId, memberId, end.endedAt()));
        } else {
            apply(new SubscriptionLeft(end.membershipId(), communityId, memberId, end.subscriptionId(), end.endedAt()));
        }
    }

    @EventSourcingHandler
    void on(MembershipEvent event) {
        membershipId = event.membershipId();
        communityId = event.communityId();
        memberId = event.memberId();
        switch (event) {
            case MembershipJoined _ -> {}
            case MembershipReturned _ -> churned = false;
            case MembershipActivated term -> running.put(term.subscriptionId(), term.termEnd());
            case MembershipRenewed term -> running.put(term.subscriptionId(), term.termEnd());
            case SubscriptionLeft left -> running.remove(left.subscriptionId());
            case MembershipChurned _ -> {
                running.clear();
                churned = true;
            }
        }
    }
}
