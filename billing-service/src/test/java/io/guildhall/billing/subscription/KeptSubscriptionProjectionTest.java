package io.guildhall.billing.subscription;

import static io.guildhall.billing.Guild.ADA;
import static io.guildhall.billing.Guild.MARCH;
import static io.guildhall.billing.Guild.PLAN;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.billing.Guild;
import io.guildhall.billing.offer.Period;
import io.guildhall.billing.subscription.SubscriptionEvent.CancelScheduled;
import io.guildhall.billing.subscription.SubscriptionEvent.RenewalDue;
import io.guildhall.billing.subscription.SubscriptionEvent.RenewalFailed;
import io.guildhall.billing.subscription.SubscriptionEvent.SubscriptionActivated;
import io.guildhall.billing.subscription.SubscriptionEvent.SubscriptionEnded;
import io.guildhall.billing.subscription.SubscriptionEvent.SubscriptionRenewed;
import io.guildhall.billing.subscription.SubscriptionEvent.TermUnwanted;
import io.guildhall.platform.testing.ArrivesTwice;
import io.guildhall.platform.testing.History;
import io.guildhall.platform.testing.NoFullScans;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.web.PageQuery;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.mongodb.core.MongoTemplate;

@ExtendWith(NoFullScans.class)
class KeptSubscriptionProjectionTest {

    private static final Instant APRIL = Period.MONTH.end(MARCH, 1);
    private static final Instant MAY = Period.MONTH.end(MARCH, 2);

    private final MongoTemplate mongo = Servers.mongo(KeptSubscriptionProjectionTest.class);

    @Test
    void showsTheTermAndWhetherItRunsHoweverOftenItIsTold() {
        var history = new History()
                .own(activated("sub_1"), activated("sub_2"), renewed("sub_1"))
                .own(
                        new CancelScheduled("sub_1", Guild.ID, ADA, PLAN.offerId(), MAY),
                        new SubscriptionEnded("sub_2", Guild.ID, ADA, PLAN.offerId(), APRIL, "payment-failed"));

        ArrivesTwice.check(mongo, KeptSubscriptionProjection::new, history);

        var subscriptions = new Subscriptions(mongo);
        assertThat(subscriptions.page(Guild.ID, ADA, new PageQuery(50, null)).items())
                .extracting(KeptSubscription::status, KeptSubscription::termEnd)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("cancel-scheduled", MAY),
                        org.assertj.core.api.Assertions.tuple("ended", APRIL));
        assertThat(subscriptions.held(Guild.ID, ADA, PLAN.offerId())).isTrue();
        assertThat(subscriptions.held("com_2", ADA, PLAN.offerId())).isFalse();
        assertThat(subscriptions.find(Guild.ID, "mem_bob", "sub_1")).isEmpty();
    }

    @Test
    void countsWhoHoldsAnOfferByVersion() {
        var history = new History()
                .own(activated("sub_1"), activated("sub_2"), activated("sub_3"), renewed("sub_2"))
                .own(
                        new CancelScheduled("sub_1", Guild.ID, ADA, PLAN.offerId(), APRIL),
                        new SubscriptionEnded("sub_3", Guild.ID, ADA, PLAN.offerId(), APRIL, "canceled"));

        ArrivesTwice.check(mongo, KeptSubscriptionProjection::new, history);

        var subscriptions = new Subscriptions(mongo);
        assertThat(subscriptions.holders(Guild.ID, PLAN.offerId()))
                .containsExactly(new Holders(2, 2900, "CNY", 1, 1, APRIL));
        assertThat(subscriptions.holders("com_2", PLAN.offerId())).isEmpty();
        assertThat(subscriptions.holders(Guild.ID, "off_2")).isEmpty();
    }

    @Test
    void showsWhenItWouldEndAndThatItsRenewalFailedHoweverOftenItIsTold() {
        Instant ahead = APRIL.minus(Duration.ofHours(1));
        var history = new History()
                .own(activated("sub_1"), due("sub_1"), renewed("sub_1"))
                .own(activated("sub_2"), due("sub_2"), renewed("sub_2"))
                .own(new TermUnwanted("sub_2", Guild.ID, ADA, PLAN.offerId(), renewalOf("sub_2"), MARCH, APRIL))
                .own(activated("sub_3"), due("sub_3"))
                .own(new RenewalFailed(
                        "sub_3", Guild.ID, ADA, PLAN.offerId(), renewalOf("sub_3"), APRIL, "payment-failed"));

        ArrivesTwice.check(mongo, KeptSubscriptionProjection::new, history);

        var subscriptions = new Subscriptions(mongo);
        KeptSubscription renewed = subscriptions.find(Guild.ID, ADA, "sub_1").orElseThrow();
        assertThat(renewed.status()).isEqualTo("active");
        assertThat(renewed.renewalWaits(MAY.minusMillis(1))).isFalse();
        assertThat(renewed.renewalWaits(MAY)).isTrue();
        assertThat(renewed.termEnd()).isEqualTo(MAY);
        assertThat(renewed.endsIfCanceled(ahead)).isEqualTo(APRIL);
        assertThat(renewed.endsIfCanceled(APRIL)).isEqualTo(MAY);
        KeptSubscription takenBack = subscriptions.find(Guild.ID, ADA, "sub_2").orElseThrow();
        assertThat(takenBack.termStart()).isEqualTo(MARCH);
        assertThat(takenBack.termEnd()).isEqualTo(APRIL);
        KeptSubscription failed = subscriptions.find(Guild.ID, ADA, "sub_3").orElseThrow();
        assertThat(failed.status()).isEqualTo("renewal-failed");
        assertThat(failed.barsAnother()).isFalse();
        assertThat(failed.endsIfCanceled(ahead)).isEqualTo(APRIL);
    }

    private static RenewalDue due(String subscriptionId) {
        return new RenewalDue(
                subscriptionId,
                Guild.ID,
                ADA,
                PLAN.offerId(),
                2,
                "Member",
                PLAN.opens(),
                2900,
                "CNY",
                Period.MONTH,
                APRIL,
                "ord_1");
    }

    private static String renewalOf(String subscriptionId) {
        return SubscriptionId.renewalOrder(subscriptionId, APRIL);
    }

    private static SubscriptionActivated activated(String subscriptionId) {
        return new SubscriptionActivated(
                subscriptionId,
                Guild.ID,
                ADA,
                PLAN.offerId(),
                2,
                "Member",
                PLAN.opens(),
                2900,
                "CNY",
                Period.MONTH,
                MARCH,
                APRIL,
                "ord_1");
    }

    private static SubscriptionRenewed renewed(String subscriptionId) {
        return new SubscriptionRenewed(
                subscriptionId,
                Guild.ID,
                ADA,
                PLAN.offerId(),
                2,
                "Member",
                PLAN.opens(),
                2900,
                "CNY",
                Period.MONTH,
                APRIL,
                MAY,
                renewalOf(subscriptionId));
    }
}
