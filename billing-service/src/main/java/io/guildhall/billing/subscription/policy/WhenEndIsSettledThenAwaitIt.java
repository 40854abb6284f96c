package io.guildhall.billing.subscription.policy;

import io.guildhall.billing.subscription.SubscriptionCommand.ReachTermEnd;
import io.guildhall.billing.subscription.SubscriptionEvent;
import io.guildhall.billing.subscription.SubscriptionEvent.CancelScheduled;
import io.guildhall.billing.subscription.SubscriptionEvent.RenewalFailed;
import io.guildhall.billing.subscription.SubscriptionId;
import io.guildhall.platform.due.DueDates;
import io.guildhall.platform.follow.Policy;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;

/**
 * What was canceled, or failed to be renewed, ends with its term; at once where that is over, since its own date has come
 * before, and where a renewed term was given back, whose date is a later one.
 */
@Policy("when-end-is-settled-then-await-it")
class WhenEndIsSettledThenAwaitIt {

    private final DueDates dates;

    WhenEndIsSettledThenAwaitIt(DueDates dates) {
        this.dates = dates;
    }

    @EventHandler
    void on(CancelScheduled canceled) {
        await(canceled, canceled.endsAt());
    }

    @EventHandler
    void on(RenewalFailed failed) {
        await(failed, failed.endsAt());
    }

    private void await(SubscriptionEvent event, Instant end) {
        String holder = SubscriptionId.holder(event.communityId(), event.memberId(), event.offerId());
        dates.at("settled-end/" + holder, end, new ReachTermEnd(holder, event.subscriptionId(), end));
    }
}
