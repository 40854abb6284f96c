package io.guildhall.billing.anyorder;

import io.guildhall.billing.offer.SoldOffer;
import io.guildhall.billing.order.KeptOrder;
import io.guildhall.billing.payment.PaymentId;
import io.guildhall.billing.subscription.SubscriptionId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How the terms of a plan follow each other: each step waits for what it builds on, and for nothing else. */
final class Terms {

    static final String[] TERMS = {"billing.subscription.activated", "billing.subscription.renewed"};

    private final Deeds deeds;
    private final String memberId;
    private final String holder;
    private int given;

    Terms(Deeds deeds, String memberId, SoldOffer plan, int given) {
        this.deeds = deeds;
        this.memberId = memberId;
        this.given = given;
        holder = SubscriptionId.holder(deeds.community, memberId, plan.offerId());
    }

    void tell(Story story, List<Renewal> renewals, boolean canceled) {
        awaitTerm(story);
        for (int i = 0; i < renewals.size(); i++) {
            renew(story, renewals.get(i), i);
        }
        if (canceled && renewals.stream().noneMatch(Renewal::isLast)) {
            story.then(() -> deeds.cancels(memberId, holder));
            awaitEnd(story);
        }
    }

    private void renew(Story story, Renewal renewal, int index) {
        story.then(() -> {
            deeds.comes("renewal/" + holder);
            return deeds.told(holder, "billing.subscription.renewal-due") > index;
        });
        switch (renewal) {
            case PAID -> {}
            case SILENT -> story.then(() -> ofRenewal(index, this::isAskedFor));
            case PAID_LATE -> story.then(() -> ofRenewal(index, this::isPaidLate));
            case DECLINED -> {}
            case TAKEN_BACK -> {
                int terms = given + 1;
                story.then(() -> deeds.told(holder, TERMS) == terms).then(() -> deeds.cancelsAhead(memberId, holder));
            }
            case CANCELED_MEANWHILE ->
                story.then(() -> ofRenewal(index, _ -> deeds.cancels(memberId, holder)))
                        .then(() -> ofRenewal(index, order -> deeds.tellsCaptured(holder, order)));
        }
        if (renewal.isLast()) {
            awaitEnd(story);
        } else {
            given++;
            awaitTerm(story);
        }
    }

    private boolean isAskedFor(String orderId) {
        String paymentId = PaymentId.of(orderId);
        deeds.comes("check/" + paymentId);
        return deeds.told(paymentId, "billing.payment.captured") > 0;
    }

    private boolean isPaidLate(String orderId) {
        deeds.comes("settled-end/" + holder); // sooner or later than the money
        return deeds.told(orderId, "billing.order.expired") > 0 && deeds.tellsCaptured(holder, orderId);
    }

    /** False until the order of the renewal is shown and its payment was asked for. */
    private boolean ofRenewal(int index, Predicate<String> deed) {
        Optional<String> renewal = deeds.ordersOf(memberId).stream()
                .filter(order -> order.subscriptionId() != null)
                .map(KeptOrder::orderId)
                .skip(index)
                .findFirst();
        return renewal.filter(
                        order -> deeds.provider().lookUp(PaymentId.of(order)).isPresent())
                .filter(deed)
                .isPresent();
    }

    private void awaitTerm(Story story) {
        int terms = given;
        story.then(() -> deeds.told(holder, TERMS) == terms);
    }

    private void awaitEnd(Story story) {
        story.then(() -> {
            deeds.comes("term-end/" + holder);
            deeds.comes("settled-end/" + holder);
            return deeds.told(holder, "billing.subscription.ended") == deeds.told(holder, TERMS[0]);
        });
    }
}
