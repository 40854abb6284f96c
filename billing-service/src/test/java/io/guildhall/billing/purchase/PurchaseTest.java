package io.guildhall.billing.purchase;

import static io.guildhall.billing.Guild.ADA;
import static io.guildhall.billing.Guild.COURSE;

import io.guildhall.billing.Guild;
import io.guildhall.billing.purchase.PurchaseCommand.KeepPurchase;
import io.guildhall.billing.purchase.PurchaseCommand.ReturnPurchase;
import io.guildhall.billing.purchase.PurchaseEvent.PurchaseKept;
import io.guildhall.billing.purchase.PurchaseEvent.PurchaseRepeated;
import io.guildhall.billing.purchase.PurchaseEvent.PurchaseReturned;
import io.guildhall.platform.testing.AggregateFixtures;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class PurchaseTest {

    private static final String ID = PurchaseId.of(Guild.ID, ADA, COURSE.offerId());
    private static final PurchaseKept KEPT = kept("ord_1");
    private static final PurchaseRepeated REPEATED = new PurchaseRepeated(ID, Guild.ID, ADA, COURSE.offerId(), "ord_2");
    private static final PurchaseReturned RETURNED = new PurchaseReturned(ID, Guild.ID, "ord_1");

    private final FixtureConfiguration<Purchase> purchase = AggregateFixtures.of(Purchase.class);

    @Test
    void survivesASnapshot() {
        AggregateFixtures.survivesASnapshot(Purchase.class, KEPT, REPEATED);
    }

    @Test
    void isOfTheFirstOrderThatIsPaid() {
        purchase.givenNoPriorActivity().when(keep("ord_1")).expectEvents(KEPT);
        AggregateFixtures.of(Purchase.class).given(KEPT).when(keep("ord_1")).expectNoEvents();
    }

    @Test
    void isNotMadeTwice() {
        purchase.given(KEPT).when(keep("ord_2")).expectEvents(REPEATED);
    }

    @Test
    void canBeMadeAnewOnceTheFirstIsReturned() {
        purchase.given(KEPT).when(giveBack("ord_1")).expectEvents(RETURNED);
        AggregateFixtures.of(Purchase.class)
                .given(KEPT, RETURNED)
                .when(keep("ord_2"))
                .expectEvents(kept("ord_2"));
    }

    @Test
    void staysWhenTheSurplusIsReturned() {
        purchase.given(KEPT, REPEATED).when(giveBack("ord_2")).expectNoEvents();
    }

    private static KeepPurchase keep(String orderId) {
        return new KeepPurchase(ID, Guild.ID, ADA, COURSE.offerId(), orderId);
    }

    private static ReturnPurchase giveBack(String orderId) {
        return new ReturnPurchase(ID, Guild.ID, orderId);
    }

    private static PurchaseKept kept(String orderId) {
        return new PurchaseKept(ID, Guild.ID, ADA, COURSE.offerId(), orderId);
    }
}
