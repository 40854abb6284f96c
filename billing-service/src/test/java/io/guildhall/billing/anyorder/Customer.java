package io.guildhall.billing.anyorder;

import io.guildhall.billing.offer.OfferKind;
import io.guildhall.billing.offer.Period;
import io.guildhall.billing.offer.SoldOffer;
import io.guildhall.billing.payment.PaymentId;
import io.guildhall.billing.payment.ProviderResult;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.testing.Draw;
import java.util.ArrayList;
import java.util.List;

/** Somebody who buys; what is drawn here comes out the same in whatever order it is told. */
sealed interface Customer {

    /** What is done by and for a customer; stories go on beside each other. */
    List<Story> stories(Deeds deeds, String memberId);

    /** One of each kind at least. */
    static List<Customer> draw(Draw draw) {
        List<Customer> customers = draw.listOf(2, 3, () -> Subscriber.draw(draw));
        customers.add(Buyer.draw(draw));
        customers.add(new TwiceBuyer(draw.number(100, 10_000)));
        return customers;
    }

    /** Buys a course, in whose first payment something may go wrong. */
    record Buyer(long price, boolean declinedFirst, boolean late, int told, List<Long> parts, boolean refunded)
            implements Customer {

        static Buyer draw(Draw draw) {
            return new Buyer(
                    draw.number(200, 10_000),
                    draw.percent(30),
                    draw.percent(50),
                    draw.number(1, 2),
                    draw.listOf(0, 2, () -> (long) draw.number(1, 50)),
                    draw.percent(40));
        }

        @Override
        public List<Story> stories(Deeds deeds, String memberId) {
            String orderId = Ids.next("ord");
            Story buys = new Story().then(() -> deeds.orders(orderId, memberId, course(memberId, price)));
            if (declinedFirst) {
                buys.then(() -> deeds.tries(orderId, price, ProviderResult.DECLINED, 1));
            }
            buys.then(() -> deeds.tries(orderId, price, ProviderResult.CAPTURED, told));
            parts.forEach(part -> buys.then(() -> deeds.refunds(orderId, part)));
            if (refunded) {
                buys.then(() -> deeds.refunds(orderId, null));
            }
            var asked = new Story().then(() -> {
                deeds.comes("check/" + PaymentId.of(orderId)); // none waits once it is captured
                return true;
            });
            return late
                    ? List.of(buys, asked, new Story().then(() -> deeds.comes("expire/" + orderId)))
                    : List.of(buys, asked);
        }
    }

    /** Pays two orders of one course. */
    record TwiceBuyer(long price) implements Customer {

        @Override
        public List<Story> stories(Deeds deeds, String memberId) {
            return List.of(
                    paid(deeds, Ids.next("ord"), memberId, course(memberId, price)),
                    paid(deeds, Ids.next("ord"), memberId, course(memberId, price)));
        }
    }

    /** Buys a plan, once or twice at the same time, which is renewed and perhaps canceled. */
    record Subscriber(long price, boolean twice, List<Renewal> renewals, boolean canceled, boolean refunded)
            implements Customer {

        static Subscriber draw(Draw draw) {
            List<Renewal> renewals =
                    draw.listOf(0, 3, () -> draw.oneOf(Renewal.PAID, Renewal.SILENT, Renewal.PAID_LATE));
            if (draw.percent(40)) {
                renewals.add(draw.oneOf(Renewal.TAKEN_BACK, Renewal.DECLINED, Renewal.CANCELED_MEANWHILE));
            }
            return new Subscriber(
                    draw.number(100, 10_000), draw.percent(20), renewals, draw.percent(40), draw.percent(30));
        }

        @Override
        public List<Story> stories(Deeds deeds, String memberId) {
            SoldOffer plan = plan(memberId, price);
            deeds.provider().renews(plan.name(), renewals);
            String orderId = Ids.next("ord");
            List<Story> stories = new ArrayList<>();
            Story holds = paid(deeds, orderId, memberId, plan);
            new Terms(deeds, memberId, plan, twice ? 2 : 1).tell(holds, renewals, canceled);
            stories.add(holds);
            if (twice) {
                stories.add(paid(deeds, Ids.next("ord"), memberId, plan));
            }
            if (refunded) {
                stories.add(new Story()
                        .then(() -> deeds.told(orderId, "billing.order.paid") > 0)
                        .then(() -> deeds.refunds(orderId, null)));
            }
            return stories;
        }
    }

    private static Story paid(Deeds deeds, String orderId, String memberId, SoldOffer offer) {
        return new Story()
                .then(() -> deeds.orders(orderId, memberId, offer))
                .then(() -> deeds.tries(orderId, offer.amountMinor(), ProviderResult.CAPTURED, 1));
    }

    private static SoldOffer course(String memberId, long price) {
        return new SoldOffer(
                "off_" + memberId, 1, OfferKind.COURSE, memberId, List.of("course:crs_1"), price, "CNY", null);
    }

    private static SoldOffer plan(String memberId, long price) {
        return new SoldOffer(
                "off_" + memberId, 1, OfferKind.PLAN, memberId, List.of("course:*"), price, "CNY", Period.MONTH);
    }
}
