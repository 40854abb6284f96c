package io.guildhall.billing.subscription;

import io.guildhall.billing.subscription.SubscriptionEvent.CancelScheduled;
import io.guildhall.billing.subscription.SubscriptionEvent.RenewalDue;
import io.guildhall.billing.subscription.SubscriptionEvent.RenewalFailed;
import io.guildhall.billing.subscription.SubscriptionEvent.SubscriptionActivated;
import io.guildhall.billing.subscription.SubscriptionEvent.SubscriptionEnded;
import io.guildhall.billing.subscription.SubscriptionEvent.SubscriptionRenewed;
import io.guildhall.billing.subscription.SubscriptionEvent.TermUnwanted;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.data.mongodb.core.query.Update;

/** Keeps {@link KeptSubscription}; every fact may arrive again. */
@Projection(value = KeptSubscriptionProjection.NAME, keeps = KeptSubscription.class)
class KeptSubscriptionProjection {

    static final String NAME = "kept-subscriptions";

    private final ReadModel<KeptSubscription> subscriptions;

    KeptSubscriptionProjection(ReadModels models) {
        subscriptions = models.of(KeptSubscription.class);
    }

    @EventHandler
    void on(SubscriptionEvent event, Fact fact) {
        String id = event.subscriptionId();
        switch (event) {
            case SubscriptionActivated activated -> subscriptions.save(id, of(activated, fact), fact);
            case SubscriptionRenewed renewed -> subscriptions.update(id, term(renewed), fact);
            case RenewalDue due ->
                subscriptions.update(
                        id, new Update().set("renewalOrder", SubscriptionId.renewalOrder(id, due.termEnd())), fact);
            case RenewalFailed _ -> subscriptions.update(id, new Update().set("renewalFailed", true), fact);
            case TermUnwanted unwanted -> {
                if (unwanted.termEnd() != null) {
                    subscriptions.update(
                            id,
                            new Update().set("termStart", unwanted.termStart()).set("termEnd", unwanted.termEnd()),
                            fact);
                }
            }
            case CancelScheduled canceled ->
                subscriptions.update(id, new Update().set("cancelAt", canceled.endsAt()), fact);
            case SubscriptionEnded ended ->
                subscriptions.update(
                        id, new Update().set("endedAt", ended.endedAt()).set("endReason", ended.reason()), fact);
        }
    }

    private static Update term(SubscriptionRenewed renewed) {
        return new Update()
                .set("offerVersion", renewed.offerVersion())
                .set("name", renewed.name())
                .set("opens", renewed.opens())
                .set("amountMinor", renewed.amountMinor())
                .set("currency", renewed.currency())
                .set("termStart", renewed.termStart())
                .set("termEnd", renewed.termEnd())
                .set("paidBy", renewed.orderId())
                .unset("renewalFailed");
    }

    private static KeptSubscription of(SubscriptionActivated activated, Fact fact) {
        return new KeptSubscription(
                activated.subscriptionId(),
                activated.communityId(),
                activated.memberId(),
                fact.position().number(),
                activated.offerId(),
                activated.offerVersion(),
                activated.name(),
                activated.opens(),
                activated.amountMinor(),
                activated.currency(),
                activated.period(),
                activated.termStart(),
                activated.termEnd(),
                activated.orderId(),
                null,
                null,
                null,
                null,
                null);
    }
}
