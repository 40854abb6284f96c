package io.guildhall.billing.payment;

import static io.guildhall.billing.Guild.ADA;
import static io.guildhall.billing.Guild.MARCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.billing.Guild;
import io.guildhall.billing.payment.KeptPayment.ToldMoney;
import io.guildhall.billing.payment.PaymentEvent.DoubtCleared;
import io.guildhall.billing.payment.PaymentEvent.PaymentCaptured;
import io.guildhall.billing.payment.PaymentEvent.PaymentFailed;
import io.guildhall.billing.payment.PaymentEvent.PaymentLeftInDoubt;
import io.guildhall.billing.payment.PaymentEvent.PaymentMismatched;
import io.guildhall.billing.payment.PaymentEvent.PaymentRequested;
import io.guildhall.billing.payment.PaymentEvent.PaymentUnknown;
import io.guildhall.platform.testing.ArrivesTwice;
import io.guildhall.platform.testing.History;
import io.guildhall.platform.testing.NoFullScans;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.mongodb.core.MongoTemplate;

@ExtendWith(NoFullScans.class)
class KeptPaymentProjectionTest {

    private final MongoTemplate mongo = Servers.mongo(KeptPaymentProjectionTest.class);
    private final PaymentQuestions questions = new PaymentQuestions(mongo);

    @Test
    void asksOfWhatIsInDoubtUntilTheProviderAnswersAndOfWhatDiffersForGood() {
        var history = new History()
                .own(requested(1), requested(2), requested(3), requested(4), requested(5))
                .own(unknown(1), unknown(2), unknown(3), unknown(4), mismatched(4), mismatched(5))
                .own(
                        new DoubtCleared("pay_2", Guild.ID, "ord_2"),
                        new PaymentFailed("pay_3", Guild.ID, "ord_3", ADA, 9900, "CNY", false, MARCH),
                        new PaymentCaptured("pay_4", Guild.ID, "ord_4", ADA, 9900, "CNY", MARCH),
                        new PaymentLeftInDoubt("pay_1", Guild.ID, "ord_1", ADA, "sandbox", 9900, "CNY"));

        ArrivesTwice.check(mongo, KeptPaymentProjection::new, history);

        var asked = questions.of(Guild.ID, new PageQuery(50, null)).items();
        assertThat(asked).extracting(KeptPayment::paymentId).containsExactly("pay_1", "pay_4", "pay_5");
        assertThat(asked.getFirst().questions()).containsExactly("in-doubt", "asked-in-vain");
        assertThat(asked.getFirst().doubtedAt()).isNotNull();
        assertThat(asked.get(1).questions()).containsExactly("mismatched");
        assertThat(asked.get(1).doubtedAt()).isNull();
        assertThat(asked.get(1).told()).isEqualTo(new ToldMoney("ord_4", 1, "USD", MARCH));
    }

    @Test
    void goesOnWhereThePageEndedAndShowsACommunityItsOwn() {
        ArrivesTwice.check(
                mongo,
                KeptPaymentProjection::new,
                new History().own(requested(1), requested(2), requested(3), unknown(1), unknown(2), unknown(3)));

        Page<KeptPayment> first = questions.all(new PageQuery(2, null));
        Page<KeptPayment> second = questions.all(new PageQuery(2, first.page().next()));

        assertThat(first.items()).extracting(KeptPayment::paymentId).containsExactly("pay_1", "pay_2");
        assertThat(second.items()).extracting(KeptPayment::paymentId).containsExactly("pay_3");
        assertThat(second.page().hasMore()).isFalse();
        assertThat(questions.of("com_2", new PageQuery(2, null)).items()).isEmpty();
    }

    private static PaymentRequested requested(int number) {
        return new PaymentRequested(
                "pay_" + number, Guild.ID, "ord_" + number, ADA, "sandbox", "Java", 9900, "CNY", false, null, null);
    }

    private static PaymentUnknown unknown(int number) {
        return new PaymentUnknown("pay_" + number, Guild.ID, "ord_" + number);
    }

    private static PaymentMismatched mismatched(int number) {
        return new PaymentMismatched(
                "pay_" + number, Guild.ID, "ord_" + number, ADA, 9900, "CNY", "ord_" + number, 1, "USD", MARCH);
    }
}
