package io.guildhall.billing.payment.policy;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import io.guildhall.billing.payment.PaymentCommand.CheckPayment;
import io.guildhall.billing.payment.PaymentCommand.EscalatePayment;
import io.guildhall.billing.payment.PaymentEvent.PaymentCaptured;
import io.guildhall.billing.payment.PaymentEvent.PaymentCheckDue;
import io.guildhall.billing.payment.PaymentEvent.PaymentRequested;
import io.guildhall.platform.due.DueDates;
import io.guildhall.platform.testing.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenPaymentWaitsThenCheckLaterTest {

    private final DueDates dates = mock(DueDates.class);
    private final WhenPaymentWaitsThenCheckLater policy = new WhenPaymentWaitsThenCheckLater(dates);

    @Test
    void looksFirstAfterFiveSeconds() {
        var requested = new PaymentRequested(
                "pay_1", "com_1", "ord_1", "mem_1", "sandbox", "Java", 1, "CNY", false, null, null);

        policy.on(requested, new History().own(requested).fact());

        verify(dates).at("check/pay_1", History.START.plusSeconds(5), new CheckPayment("pay_1", 0));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 25",
        "1, 90",
        "2, 480",
        "3, 3000",
        "4, 10800",
        "5, 28800",
        "6, 36000",
        "7, 6300",
        "8, 87300",
        "9, 86400",
        "11, 86400"
    })
    void looksAgainAtGrowingDistances(int attempt, long secondsLater) {
        PaymentCheckDue due = due(attempt);

        policy.on(due, new History().own(due).fact());

        verify(dates)
                .at("check/pay_1", History.START.plusSeconds(secondsLater), new CheckPayment("pay_1", attempt + 1));
    }

    @Test
    void leavesItToAHumanAnHourAfterTheLast() {
        PaymentCheckDue last = due(12);

        policy.on(last, new History().own(last).fact());

        verify(dates).at("check/pay_1", History.START.plusSeconds(3600), new EscalatePayment("pay_1"));
        verifyNoMoreInteractions(dates);
    }

    @Test
    void looksNoMoreOnceItIsCaptured() {
        policy.on(new PaymentCaptured("pay_1", "com_1", "ord_1", "mem_1", 1, "CNY", History.START));

        verify(dates).cancel("check/pay_1");
    }

    private static PaymentCheckDue due(int attempt) {
        return new PaymentCheckDue("pay_1", "com_1", "ord_1", "sandbox", "Java", 1, "CNY", false, null, attempt, null);
    }
}
