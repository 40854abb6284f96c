package io.guildhall.billing.purchase.policy;

import static io.guildhall.billing.Guild.ADA;
import static io.guildhall.billing.Guild.COURSE;
import static io.guildhall.billing.Guild.MARCH;
import static io.guildhall.billing.Guild.PLAN;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.guildhall.billing.Guild;
import io.guildhall.billing.offer.SoldOffer;
import io.guildhall.billing.order.OrderEvent.OrderPaid;
import io.guildhall.billing.order.OrderEvent.OrderRefunded;
import io.guildhall.billing.purchase.PurchaseCommand.KeepPurchase;
import io.guildhall.billing.purchase.PurchaseCommand.ReturnPurchase;
import io.guildhall.billing.purchase.PurchaseId;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.testing.History;
import org.junit.jupiter.api.Test;

class WhenCoursePaidThenKeepPurchaseTest {

    private static final String ID = PurchaseId.of(Guild.ID, ADA, COURSE.offerId());
    private static final String POLICY = WhenCoursePaidThenKeepPurchase.NAME;

    private final Commands commands = mock(Commands.class);
    private final WhenCoursePaidThenKeepPurchase policy = new WhenCoursePaidThenKeepPurchase(commands);

    @Test
    void keepsThePurchaseOfACourseAndTakesItBack() {
        OrderPaid paid = paid(COURSE);
        Fact paying = new History().own(paid).fact();
        var refunded = new OrderRefunded(
                "ord_1", Guild.ID, ADA, COURSE.kind(), COURSE.offerId(), COURSE.opens(), 9900, "CNY", null, MARCH);
        Fact refunding = new History().own(refunded).fact();

        policy.on(paid, paying);
        policy.on(refunded, refunding);

        verify(commands).send(new KeepPurchase(ID, Guild.ID, ADA, COURSE.offerId(), "ord_1"), paying, POLICY);
        verify(commands).send(new ReturnPurchase(ID, Guild.ID, "ord_1"), refunding, POLICY);
    }

    @Test
    void leavesPlansToTheirSubscriptions() {
        OrderPaid paid = paid(PLAN);

        policy.on(paid, new History().own(paid).fact());

        verifyNoInteractions(commands);
    }

    private static OrderPaid paid(SoldOffer offer) {
        return new OrderPaid(
                "ord_1",
                Guild.ID,
                ADA,
                offer.kind(),
                offer.offerId(),
                offer.version(),
                offer.name(),
                offer.opens(),
                offer.amountMinor(),
                offer.currency(),
                offer.period(),
                null,
                MARCH);
    }
}
