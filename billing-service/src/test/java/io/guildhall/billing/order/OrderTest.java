package io.guildhall.billing.order;

import static io.guildhall.billing.Guild.ADA;
import static io.guildhall.billing.Guild.COURSE;
import static io.guildhall.billing.Guild.MARCH;

import io.guildhall.billing.Guild;
import io.guildhall.billing.order.OrderCommand.ExpireOrder;
import io.guildhall.billing.order.OrderCommand.PayOrder;
import io.guildhall.billing.order.OrderCommand.PlaceOrder;
import io.guildhall.billing.order.OrderCommand.RefundOrder;
import io.guildhall.billing.order.OrderCommand.ReturnPayment;
import io.guildhall.billing.order.OrderEvent.OrderExpired;
import io.guildhall.billing.order.OrderEvent.OrderPaid;
import io.guildhall.billing.order.OrderEvent.OrderPartlyRefunded;
import io.guildhall.billing.order.OrderEvent.OrderPlaced;
import io.guildhall.billing.order.OrderEvent.OrderRefunded;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.testing.AggregateFixtures;
import java.time.Instant;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final Instant LATER = MARCH.plusSeconds(82_800);
    private static final OrderPlaced PLACED = new OrderPlaced(
            "ord_1",
            Guild.ID,
            ADA,
            COURSE.kind(),
            COURSE.offerId(),
            1,
            "Java",
            COURSE.opens(),
            9900,
            "CNY",
            null,
            null,
            null,
            MARCH,
            LATER);
    private static final OrderPaid PAID = new OrderPaid(
            "ord_1",
            Guild.ID,
            ADA,
            COURSE.kind(),
            COURSE.offerId(),
            1,
            "Java",
            COURSE.opens(),
            9900,
            "CNY",
            null,
            null,
            MARCH);
    private static final OrderExpired EXPIRED =
            new OrderExpired("ord_1", Guild.ID, ADA, COURSE.offerId(), null, "not-paid", LATER);
    private static final OrderRefunded REFUNDED = new OrderRefunded(
            "ord_1", Guild.ID, ADA, COURSE.kind(), COURSE.offerId(), COURSE.opens(), 9900, "CNY", null, LATER);
    private static final OrderPartlyRefunded PART = part(3000, 3000);
    private static final RefundOrder REFUND = new RefundOrder("ord_1", Guild.ID, null, LATER);

    private final FixtureConfiguration<Order> order = AggregateFixtures.of(Order.class);

    @Test
    void survivesASnapshot() {
        AggregateFixtures.survivesASnapshot(Order.class, PLACED, PAID, PART);
        AggregateFixtures.survivesASnapshot(Order.class, PLACED, PAID, REFUNDED);
    }

    @Test
    void keepsTheTermsItWasPlacedAt() {
        order.givenNoPriorActivity()
                .when(new PlaceOrder("ord_1", Guild.ID, ADA, COURSE, null, MARCH, LATER))
                .expectEvents(PLACED);
    }

    @Test
    void isPaidOnce() {
        order.given(PLACED).when(new PayOrder("ord_1", MARCH)).expectEvents(PAID);
        AggregateFixtures.of(Order.class)
                .given(PLACED, PAID)
                .when(new PayOrder("ord_1", LATER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isPaidEvenLateSinceTheMoneyWasTaken() {
        order.given(PLACED, EXPIRED).when(new PayOrder("ord_1", MARCH)).expectEvents(PAID);
    }

    @Test
    void expiresUnlessItIsPaid() {
        var expire = new ExpireOrder("ord_1", "not-paid", LATER);
        order.given(PLACED).when(expire).expectEvents(EXPIRED);
        AggregateFixtures.of(Order.class).given(PLACED, PAID).when(expire).expectNoEvents();
    }

    @Test
    void isRefundedOnce() {
        order.given(PLACED, PAID).when(REFUND).expectEvents(REFUNDED);
        AggregateFixtures.of(Order.class)
                .given(PLACED, PAID, REFUNDED)
                .when(REFUND)
                .expectNoEvents()
                .expectException(AlreadyRefunded.class);
    }

    @Test
    void returnsWhatBoughtNothingUnlessThatWasDone() {
        var giveBack = new ReturnPayment("ord_1", LATER);
        order.given(PLACED, PAID).when(giveBack).expectEvents(REFUNDED);
        AggregateFixtures.of(Order.class)
                .given(PLACED, PAID, REFUNDED)
                .when(giveBack)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        AggregateFixtures.of(Order.class).given(PLACED).when(giveBack).expectNoEvents();
    }

    @Test
    void isRefundedInPartsUntilNothingIsLeft() {
        order.given(PLACED, PAID).when(refund(3000)).expectEvents(PART);
        AggregateFixtures.of(Order.class)
                .given(PLACED, PAID, PART)
                .when(refund(3000))
                .expectEvents(part(3000, 6000));
        AggregateFixtures.of(Order.class)
                .given(PLACED, PAID, PART)
                .when(refund(6900))
                .expectEvents(rest());
        AggregateFixtures.of(Order.class).given(PLACED, PAID, PART).when(REFUND).expectEvents(rest());
        AggregateFixtures.of(Order.class)
                .given(PLACED, PAID, PART, rest())
                .when(refund(1))
                .expectException(AlreadyRefunded.class);
    }

    @Test
    void isNeverRefundedBeyondWhatWasPaid() {
        order.given(PLACED, PAID).when(refund(9901)).expectNoEvents().expectException(RefundExceedsPayment.class);
        AggregateFixtures.of(Order.class)
                .given(PLACED, PAID, PART)
                .when(refund(6901))
                .expectNoEvents()
                .expectException(RefundExceedsPayment.class);
    }

    @Test
    void returnsWhatIsLeftWhereAPartWasRefunded() {
        order.given(PLACED, PAID, PART).when(new ReturnPayment("ord_1", LATER)).expectEvents(rest());
    }

    private static RefundOrder refund(long amountMinor) {
        return new RefundOrder("ord_1", Guild.ID, amountMinor, LATER);
    }

    private static OrderPartlyRefunded part(long amountMinor, long refundedMinor) {
        return new OrderPartlyRefunded(
                "ord_1",
                Guild.ID,
                ADA,
                COURSE.kind(),
                COURSE.offerId(),
                amountMinor,
                refundedMinor,
                "CNY",
                null,
                LATER);
    }

    private static OrderRefunded rest() {
        return new OrderRefunded(
                "ord_1", Guild.ID, ADA, COURSE.kind(), COURSE.offerId(), COURSE.opens(), 6900, "CNY", null, LATER);
    }

    @Test
    void isNotRefundedBeforeItIsPaid() {
        order.given(PLACED).when(REFUND).expectNoEvents().expectException(OrderNotPaid.class);
    }

    @Test
    void isNotFoundFromAnotherCommunity() {
        order.given(PLACED, PAID)
                .when(new RefundOrder("ord_1", "com_2", null, LATER))
                .expectNoEvents()
                .expectException(NotFound.class);
    }
}
