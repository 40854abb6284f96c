package io.guildhall.billing.payment;

import io.guildhall.billing.payment.PaymentCommand.CheckPayment;
import io.guildhall.billing.payment.PaymentCommand.DoubtPayment;
import io.guildhall.billing.payment.PaymentCommand.EscalatePayment;
import io.guildhall.billing.payment.PaymentCommand.ReportPayment;
import io.guildhall.billing.payment.PaymentEvent.DoubtCleared;
import io.guildhall.billing.payment.PaymentEvent.PaymentCaptured;
import io.guildhall.billing.payment.PaymentEvent.PaymentCheckDue;
import io.guildhall.billing.payment.PaymentEvent.PaymentFailed;
import io.guildhall.billing.payment.PaymentEvent.PaymentLeftInDoubt;
import io.guildhall.billing.payment.PaymentEvent.PaymentMismatched;
import io.guildhall.billing.payment.PaymentEvent.PaymentRequested;
import io.guildhall.billing.payment.PaymentEvent.PaymentUnknown;
import io.guildhall.platform.testing.AggregateFixtures;
import java.time.Instant;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentTest {

    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final PaymentRequested REQUESTED = new PaymentRequested(
            "pay_1", "com_1", "ord_1", "mem_ada", "sandbox", "Java", 9900, "CNY", false, null, null);
    private static final PaymentCaptured CAPTURED =
            new PaymentCaptured("pay_1", "com_1", "ord_1", "mem_ada", 9900, "CNY", AT);
    private static final PaymentFailed FAILED =
            new PaymentFailed("pay_1", "com_1", "ord_1", "mem_ada", 9900, "CNY", false, AT);
    private static final PaymentUnknown UNKNOWN = new PaymentUnknown("pay_1", "com_1", "ord_1");

    private static final DoubtCleared CLEARED = new DoubtCleared("pay_1", "com_1", "ord_1");

    private final FixtureConfiguration<Payment> payment = AggregateFixtures.of(Payment.class);

    @Test
    void survivesASnapshot() {
        AggregateFixtures.survivesASnapshot(Payment.class, REQUESTED, mismatched("ord_1", 1, "CNY"), UNKNOWN, CAPTURED);
    }

    @Test
    void isCaptured() {
        payment.given(REQUESTED).when(report(ProviderResult.CAPTURED)).expectEvents(CAPTURED);
    }

    @Test
    void isCapturedOnce() {
        payment.given(REQUESTED, CAPTURED)
                .when(report(ProviderResult.CAPTURED))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void staysCapturedWhenOlderNewsComeLater() {
        payment.given(REQUESTED, CAPTURED).when(report(ProviderResult.DECLINED)).expectNoEvents();
        AggregateFixtures.of(Payment.class)
                .given(REQUESTED, CAPTURED)
                .when(report(ProviderResult.PENDING))
                .expectNoEvents();
    }

    @Test
    void isCapturedAfterADeclineOrADoubt() {
        payment.given(REQUESTED, FAILED).when(report(ProviderResult.CAPTURED)).expectEvents(CAPTURED);
        AggregateFixtures.of(Payment.class)
                .given(REQUESTED, UNKNOWN)
                .when(report(ProviderResult.CAPTURED))
                .expectEvents(CAPTURED);
    }

    @Test
    void failsOnce() {
        payment.given(REQUESTED).when(report(ProviderResult.DECLINED)).expectEvents(FAILED);
        AggregateFixtures.of(Payment.class)
                .given(REQUESTED, FAILED)
                .when(report(ProviderResult.DECLINED))
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({"ord_1, 9901, CNY", "ord_1, 9900, USD", "ord_2, 9900, CNY"})
    void isNotPaidByMoneyThatIsNotWhatWasAskedFor(String orderId, long amountMinor, String currency) {
        var report = new ProviderReport(orderId, amountMinor, currency, ProviderResult.CAPTURED);

        payment.given(REQUESTED)
                .when(new ReportPayment("pay_1", report, AT))
                .expectEvents(mismatched(orderId, amountMinor, currency));
    }

    @Test
    void alarmsAlsoWhenItIsPaidAlready() {
        var report = new ProviderReport("ord_1", 1, "CNY", ProviderResult.CAPTURED);

        payment.given(REQUESTED, CAPTURED)
                .when(new ReportPayment("pay_1", report, AT))
                .expectEvents(mismatched("ord_1", 1, "CNY"));
    }

    @Test
    void alarmsForOtherFiguresAgain() {
        var report = new ProviderReport("ord_1", 2, "CNY", ProviderResult.CAPTURED);

        payment.given(REQUESTED, mismatched("ord_1", 1, "CNY"))
                .when(new ReportPayment("pay_1", report, AT))
                .expectEvents(mismatched("ord_1", 2, "CNY"));
    }

    @Test
    void doesNotFailByTheDeclineOfAnotherOrder() {
        var report = new ProviderReport("ord_2", 9900, "CNY", ProviderResult.DECLINED);

        payment.given(REQUESTED)
                .when(new ReportPayment("pay_1", report, AT))
                .expectEvents(mismatched("ord_2", 9900, "CNY"));
    }

    @Test
    void alarmsOnce() {
        var report = new ProviderReport("ord_1", 1, "CNY", ProviderResult.CAPTURED);

        payment.given(REQUESTED, mismatched("ord_1", 1, "CNY"))
                .when(new ReportPayment("pay_1", report, AT))
                .expectNoEvents();
    }

    @Test
    void isAskedForUntilItIsCaptured() {
        payment.given(REQUESTED, UNKNOWN)
                .when(new CheckPayment("pay_1", 1))
                .expectEvents(new PaymentCheckDue(
                        "pay_1", "com_1", "ord_1", "sandbox", "Java", 9900, "CNY", false, null, 1, null));
        AggregateFixtures.of(Payment.class)
                .given(REQUESTED, CAPTURED)
                .when(new CheckPayment("pay_1", 1))
                .expectNoEvents();
    }

    @Test
    void isInDoubtOnlyWhileNothingIsKnown() {
        payment.given(REQUESTED).when(new DoubtPayment("pay_1")).expectEvents(UNKNOWN);
        AggregateFixtures.of(Payment.class)
                .given(REQUESTED, FAILED)
                .when(new DoubtPayment("pay_1"))
                .expectNoEvents();
    }

    @Test
    void isInDoubtNoMoreOnceTheProviderSaysThatNobodyPaid() {
        payment.given(REQUESTED, UNKNOWN).when(report(ProviderResult.OPEN)).expectEvents(CLEARED);
        AggregateFixtures.of(Payment.class)
                .given(REQUESTED, UNKNOWN)
                .when(report(ProviderResult.PENDING))
                .expectNoEvents();
        AggregateFixtures.of(Payment.class)
                .given(REQUESTED, UNKNOWN, CLEARED)
                .when(report(ProviderResult.OPEN))
                .expectNoEvents();
    }

    @Test
    void isLeftToAHumanWhileItIsInDoubt() {
        var escalate = new EscalatePayment("pay_1");
        payment.given(REQUESTED, UNKNOWN)
                .when(escalate)
                .expectEvents(new PaymentLeftInDoubt("pay_1", "com_1", "ord_1", "mem_ada", "sandbox", 9900, "CNY"));
        AggregateFixtures.of(Payment.class)
                .given(REQUESTED, UNKNOWN, CLEARED)
                .when(escalate)
                .expectNoEvents();
        AggregateFixtures.of(Payment.class)
                .given(REQUESTED, UNKNOWN, CAPTURED)
                .when(escalate)
                .expectNoEvents();
    }

    private static ReportPayment report(ProviderResult result) {
        return new ReportPayment("pay_1", new ProviderReport("ord_1", 9900, "CNY", result), AT);
    }

    private static PaymentMismatched mismatched(String orderId, long amountMinor, String currency) {
        return new PaymentMismatched(
                "pay_1", "com_1", "ord_1", "mem_ada", 9900, "CNY", orderId, amountMinor, currency, AT);
    }
}
