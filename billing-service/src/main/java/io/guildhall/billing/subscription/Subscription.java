package io.guildhall.billing.subscription;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.billing.offer.Period;
import io.guildhall.billing.subscription.SubscriptionCommand.CancelSubscription;
import io.guildhall.billing.subscription.SubscriptionCommand.FailRenewal;
import io.guildhall.billing.subscription.SubscriptionCommand.GiveTerm;
import io.guildhall.billing.subscription.SubscriptionCommand.ReachRenewalDate;
import io.guildhall.billing.subscription.SubscriptionCommand.ReachTermEnd;
import io.guildhall.billing.subscription.SubscriptionEvent.CancelScheduled;
import io.guildhall.billing.subscription.SubscriptionEvent.RenewalDue;
import io.guildhall.billing.subscription.SubscriptionEvent.RenewalFailed;
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
 * gap, and a renewal is sold at the terms of what the holder ordered last, ahead of the end. Once it is canceled, no money buys it another
 * term, and a renewal that was charged ahead is given back. It never ends before what was paid for is over.
 */
@Aggregate
@Snapshotted(name = "billing.subscription", revision = 4)
class Subscription {

    private static final String BY_CANCELING = "canceled";
    private static final String PAYMENT_FAILED = "payment-failed";

    @AggregateIdentifier
    private @Nullable String holderId;

    private @Nullable SubscriptionActivated begun;
    private @Nullable SoldTerms sold;
    private boolean running;
    private Instant termEnd = Instant.EPOCH;
    private int terms;
    private String paidBy = ""; // the order of the newest term
    private boolean renewalDue;
    private boolean renewalFailed;
    private @Nullable String renewalOrder; // of the newest renewal that was due
    private final Set<String> renewalOrders = new HashSet<>();
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
                command.orderId(),
                null,
                null));
    }

    private void activate(GiveTerm command) {
        var offer = command.offer();
        Period period = offer.term();
        Instant from = command.paidAt().isAfter(termEnd) ? command.paidAt() : termEnd;
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
                from,
                period.end(from, 1),
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
                endOf(terms + 1),
                command.orderId()));
    }

    @CommandHandler
    void handle(ReachRenewalDate command) {
        if (holdsTerm(command.subscriptionId(), command.termEnd()) && !isCanceled(command.subscriptionId())) {
            renewalIsDue();
        }
    }

    @CommandHandler
    void handle(ReachTermEnd command) {
        if (!holdsTerm(command.subscriptionId(), command.termEnd())) {
            return;
        }
        if (isCanceled(command.subscriptionId()) || renewalFailed) {
            end(isCanceled(command.subscriptionId()) ? BY_CANCELING : PAYMENT_FAILED);
        } else {
            renewalIsDue();
        }
    }

    private void renewalIsDue() {
        if (!renewalDue) {
            apply(requireNonNull(sold).due(begun(), termEnd));
        }
    }

    @CommandHandler
    void handle(FailRenewal command) {
        if (!holds(command.subscriptionId()) || isCanceled(command.subscriptionId()) || renewalFailed) {
            return;
        }
        if (command.orderId().equals(SubscriptionId.renewalOrder(command.subscriptionId(), termEnd))) {
            renewalFailed(command.orderId(), PAYMENT_FAILED);
        }
    }

    private void renewalFailed(String orderId, String reason) {
        var of = begun();
        apply(new RenewalFailed(
                of.subscriptionId(), of.communityId(), of.memberId(), of.offerId(), orderId, termEnd, reason));
    }

    @CommandHandler
    void handle(CancelSubscription command) {
        if (!holds(command.subscriptionId()) || isCanceled(command.subscriptionId())) {
            throw new AlreadyCanceled();
        }
        SubscriptionActivated of = begun();
        if (paidBy.equals(renewalOrder) && command.canceledAt().isBefore(endOf(terms - 1))) {
            apply(new TermUnwanted(
                    of.subscriptionId(),
                    of.communityId(),
                    of.memberId(),
                    of.offerId(),
                    paidBy,
                    endOf(terms - 2),
                    endOf(terms - 1)));
        }
        if (renewalDue && !renewalFailed) {
            renewalFailed(requireNonNull(renewalOrder), BY_CANCELING);
        }
        apply(new CancelScheduled(of.subscriptionId(), of.communityId(), of.memberId(), of.offerId(), termEnd));
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
                sold = SoldTerms.of(activated);
                running = true;
                terms = 0;
                termIsPaid(activated.termEnd(), activated.orderId());
            }
            case SubscriptionRenewed renewed -> {
                if (!renewalOrders.contains(renewed.orderId())) {
                    sold = SoldTerms.of(renewed);
                }
                termIsPaid(renewed.termEnd(), renewed.orderId());
            }
            case RenewalDue due -> {
                renewalDue = true;
                renewalOrder = SubscriptionId.renewalOrder(due.subscriptionId(), due.termEnd());
                renewalOrders.add(renewalOrder);
            }
            case RenewalFailed _ -> renewalFailed = true;
            case TermUnwanted unwanted -> {
                if (unwanted.termEnd() != null) {
                    termEnd = unwanted.termEnd();
                    terms--;
                }
            }
            case CancelScheduled it -> canceled.add(it.subscriptionId());
            case SubscriptionEnded _ -> running = false;
        }
    }

    private void termIsPaid(Instant end, String orderId) {
        termEnd = end;
        terms++;
        paidBy = orderId;
        renewalDue = false;
        renewalFailed = false;
    }

    /** Where so many terms end; where the first begins for 0. */
    private Instant endOf(int terms) {
        return begun().period().end(begun().termStart(), terms);
    }

    private boolean holds(String subscriptionId) {
        return running && begun().subscriptionId().equals(subscriptionId);
    }

    private boolean holdsTerm(String subscriptionId, Instant end) {
        return holds(subscriptionId) && termEnd.equals(end);
    }

    private boolean isCanceled(@Nullable String subscriptionId) {
        return subscriptionId != null && canceled.contains(subscriptionId);
    }

    private SubscriptionActivated begun() {
        return requireNonNull(begun);
    }
}
