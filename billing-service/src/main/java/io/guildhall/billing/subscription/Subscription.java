package io.guildhall.billing.subscription;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.billing.offer.Period;
import io.guildhall.billing.subscription.SubscriptionCommand.CancelSubscription;
import io.guildhall.billing.subscription.SubscriptionCommand.FailRenewal;
import io.guildhall.billing.subscription.SubscriptionCommand.GiveTerm;
import io.guildhall.billing.subscription.SubscriptionCommand.ReachTermEnd;
import io.guildhall.billing.subscription.SubscriptionEvent.CancelScheduled;
import io.guildhall.billing.subscription.SubscriptionEvent.RenewalDue;
import io.guildhall.billing.subscription.SubscriptionEvent.SubscriptionActivated;
import io.guildhall.billing.subscription.SubscriptionEvent.SubscriptionEnded;
import io.guildhall.billing.subscription.SubscriptionEvent.SubscriptionRenewed;
import io.guildhall.billing.subscription.SubscriptionEvent.TermUnwanted;
import io.guildhall.platform.axon.Snapshotted;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * Decides which terms a member holds of one offer: what is paid is given, a paid term follows the running one without a
 * gap, and a renewal is sold at the terms of the first. Once it is canceled, no money buys it another term.
 */
@Aggregate
@Snapshotted(name = "billing.subscription", revision = 2)
class Subscription {

    @AggregateIdentifier
    private @Nullable String holderId;

    private @Nullable SubscriptionActivated begun;
    private boolean running;
    private Instant termEnd = Instant.EPOCH;
    private int terms;
    private boolean renewalDue;
    private final Set<String> canceled = new HashSet<>();

    Subscription() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GiveTerm command) {
        if (isCanceled(command.renews()) || running && isCanceled(begun().subscriptionId())) {
            refuse(command);
        } else if (running) {
            renew(command);
        } else {
            activate(command);
        }
    }

    private void refuse(GiveTerm command) {
        apply(new TermUnwanted(
                command.renews() == null ? begun().subscriptionId() : command.renews(),
                command.communityId(),
                command.memberId(),
                command.offer().offerId(),
                command.orderId()));
    }

    private void activate(GiveTerm command) {
        var offer = command.offer();
        Period period = offer.term();
        apply(new SubscriptionActivated(
                SubscriptionId.of(command.orderId()),
                command.communityId(),
                command.memberId(),
                offer.offerId(),
                offer.version(),
                offer.name(),
                offer.opens(),
                offer.amountMinor(),
                offer.currency(),
                period,
                command.paidAt(),
                period.end(command.paidAt(), 1),
                command.orderId()));
    }

    private void renew(GiveTerm command) {
        SubscriptionActivated of = begun();
        var offer = command.offer();
        apply(new SubscriptionRenewed(
                of.subscriptionId(),
                of.communityId(),
                of.memberId(),
                of.offerId(),
                offer.version(),
                offer.name(),
                offer.opens(),
                offer.amountMinor(),
                offer.currency(),
                of.period(),
                termEnd,
                of.period().end(of.termStart(), terms + 1),
                command.orderId()));
    }

    @CommandHandler
    void handle(ReachTermEnd command) {
        if (!holds(command.subscriptionId()) || !termEnd.equals(command.termEnd())) {
            return;
        }
        SubscriptionActivated of = begun();
        if (isCanceled(of.subscriptionId())) {
            end("canceled");
        } else if (!renewalDue) {
            apply(new RenewalDue(
                    of.subscriptionId(),
                    of.communityId(),
                    of.memberId(),
                    of.offerId(),
                    of.offerVersion(),
                    of.name(),
                    of.opens(),
                    of.amountMinor(),
                    of.currency(),
                    of.period(),
                    termEnd,
                    of.orderId()));
        }
    }

    @CommandHandler
    void handle(FailRenewal command) {
        if (holds(command.subscriptionId()) && isOfNextTerm(command.orderId())) {
            end("payment-failed");
        }
    }

    @CommandHandler
    void handle(CancelSubscription command) {
        if (!holds(command.subscriptionId()) || isCanceled(command.subscriptionId())) {
            throw new AlreadyCanceled();
        }
        SubscriptionActivated of = begun();
        apply(new CancelScheduled(of.subscriptionId(), of.communityId(), of.memberId(), of.offerId(), termEnd));
        if (renewalDue) { // its term is over, and nothing else would end it
            end("canceled");
        }
    }

    private void end(String reason) {
        SubscriptionActivated of = begun();
        apply(new SubscriptionEnded(
                of.subscriptionId(), of.communityId(), of.memberId(), of.offerId(), termEnd, reason));
    }

    @EventSourcingHandler
    void on(SubscriptionEvent event) {
        switch (event) {
            case SubscriptionActivated activated -> {
                holderId = SubscriptionId.holder(activated.communityId(), activated.memberId(), activated.offerId());
                begun = activated;
                running = true;
                terms = 0;
                termBegins(activated.termEnd());
            }
            case SubscriptionRenewed renewed -> termBegins(renewed.termEnd());
            case RenewalDue _ -> renewalDue = true;
            case TermUnwanted _ -> {} // the policy that returns the money needs it
            case CancelScheduled it -> canceled.add(it.subscriptionId());
            case SubscriptionEnded _ -> running = false;
        }
    }

    private void termBegins(Instant end) {
        termEnd = end;
        terms++;
        renewalDue = false;
    }

    private boolean holds(String subscriptionId) {
        return running && begun().subscriptionId().equals(subscriptionId);
    }

    private boolean isOfNextTerm(String orderId) {
        return orderId.equals(SubscriptionId.renewalOrder(begun().subscriptionId(), termEnd));
    }

    private boolean isCanceled(@Nullable String subscriptionId) {
        return subscriptionId != null && canceled.contains(subscriptionId);
    }

    private SubscriptionActivated begun() {
        return requireNonNull(begun);
    }
}
