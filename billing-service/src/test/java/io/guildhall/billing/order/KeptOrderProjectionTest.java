package io.guildhall.billing.order;

import static io.guildhall.billing.Guild.ADA;
import static io.guildhall.billing.Guild.COURSE;
import static io.guildhall.billing.Guild.MARCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.billing.Guild;
import io.guildhall.billing.offer.SoldOffer;
import io.guildhall.billing.order.OrderEvent.OrderExpired;
import io.guildhall.billing.order.OrderEvent.OrderPaid;
import io.guildhall.billing.order.OrderEvent.OrderPartlyRefunded;
import io.guildhall.billing.order.OrderEvent.OrderPlaced;
import io.guildhall.billing.order.OrderEvent.OrderRefunded;
import io.guildhall.platform.testing.ArrivesTwice;
import io.guildhall.platform.testing.History;
import io.guildhall.platform.testing.NoFullScans;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.web.PageQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.mongodb.core.MongoTemplate;

@ExtendWith(NoFullScans.class)
class KeptOrderProjectionTest {

    private final MongoTemplate mongo = Servers.mongo(KeptOrderProjectionTest.class);

    @Test
    void showsWhereEachOrderStandsHoweverOftenItIsTold() {
        var history = new History()
                .own(placed("ord_1"), placed("ord_2"), placed("ord_3"), paid("ord_1"), paid("ord_2"))
                .own(part("ord_1", 3000, 3000), part("ord_2", 9000, 9000), part("ord_1", 1000, 4000))
                .own(
                        new OrderExpired("ord_3", Guild.ID, ADA, COURSE.offerId(), null, "not-paid", MARCH),
                        new OrderRefunded(
                                "ord_2",
                                Guild.ID,
                                ADA,
                                COURSE.kind(),
                                COURSE.offerId(),
                                COURSE.opens(),
                                900,
                                "CNY",
                                null,
                                MARCH));

        ArrivesTwice.check(mongo, KeptOrderProjection::new, history);

        var orders = new Orders(mongo);
        assertThat(orders.of(Guild.ID, ADA, new PageQuery(50, null)).items())
                .extracting(KeptOrder::status)
                .containsExactly(OrderStatus.PAID, OrderStatus.REFUNDED, OrderStatus.EXPIRED);
        assertThat(orders.of(Guild.ID, ADA, new PageQuery(50, null)).items())
                .extracting(KeptOrder::refundedSoFarMinor)
                .containsExactly(4000L, 9900L, 0L);
        assertThat(orders.find(Guild.ID, "ord_1"))
                .hasValueSatisfying(order -> assertThat(order.offer()).isEqualTo(COURSE));
        assertThat(orders.find("com_2", "ord_1")).isEmpty();
    }

    @Test
    void listsTheOrdersOfACommunityNewestFirst() {
        ArrivesTwice.check(
                mongo, KeptOrderProjection::new, new History().own(placed("ord_1"), placed("ord_2"), placed("ord_3")));

        var orders = new Orders(mongo);
        var first = orders.in(Guild.ID, null, new PageQuery(2, null));
        assertThat(first.items()).extracting(KeptOrder::orderId).containsExactly("ord_3", "ord_2");
        assertThat(orders.in(Guild.ID, null, new PageQuery(2, first.page().next()))
                        .items())
                .extracting(KeptOrder::orderId)
                .containsExactly("ord_1");
        assertThat(orders.in(Guild.ID, ADA, new PageQuery(50, null)).items()).hasSize(3);
        assertThat(orders.in(Guild.ID, "mem_bob", new PageQuery(50, null)).items())
                .isEmpty();
        assertThat(orders.in("com_2", null, new PageQuery(50, null)).items()).isEmpty();
    }

    @Test
    void findsTheOrderThatWaitsForItsMoneyAtTheSameVersion() {
        ArrivesTwice.check(
                mongo, KeptOrderProjection::new, new History().own(placed("ord_1"), placed("ord_2"), paid("ord_1")));

        var orders = new Orders(mongo);
        assertThat(orders.open(Guild.ID, ADA, COURSE))
                .hasValueSatisfying(open -> assertThat(open.orderId()).isEqualTo("ord_2"));
        assertThat(orders.open(Guild.ID, "mem_bob", COURSE)).isEmpty();
        var revised =
                new SoldOffer(COURSE.offerId(), 2, COURSE.kind(), COURSE.name(), COURSE.opens(), 12_900, "CNY", null);
        assertThat(orders.open(Guild.ID, ADA, revised)).isEmpty();
    }

    private static OrderPlaced placed(String orderId) {
        return new OrderPlaced(
                orderId,
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
                MARCH.plusSeconds(60));
    }

    private static OrderPartlyRefunded part(String orderId, long amountMinor, long refundedMinor) {
        return new OrderPartlyRefunded(
                orderId,
                Guild.ID,
                ADA,
                COURSE.kind(),
                COURSE.offerId(),
                amountMinor,
                refundedMinor,
                "CNY",
                null,
                MARCH);
    }

    private static OrderPaid paid(String orderId) {
        return new OrderPaid(
                orderId,
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
    }
}
