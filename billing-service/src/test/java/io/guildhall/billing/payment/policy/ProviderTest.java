package io.guildhall.billing.payment.policy;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.guildhall.billing.payment.Checkout;
import io.guildhall.billing.payment.PaymentCommand.DoubtPayment;
import io.guildhall.billing.payment.PaymentCommand.ReportPayment;
import io.guildhall.billing.payment.PaymentEvent.PaymentUnknown;
import io.guildhall.billing.payment.PaymentProvider;
import io.guildhall.billing.payment.PaymentProviders;
import io.guildhall.billing.payment.ProviderReport;
import io.guildhall.billing.payment.ProviderResult;
import io.guildhall.billing.payment.ProviderUnavailable;
import io.guildhall.billing.payment.Session;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.testing.History;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderTest {

    private static final Fact FACT =
            new History().own(new PaymentUnknown("pay_1", "com_1", "ord_1")).fact();
    private static final ProviderReport CAPTURED = new ProviderReport("ord_1", 1, "CNY", ProviderResult.CAPTURED);

    private final PaymentProvider sandbox = mock(PaymentProvider.class);
    private final PaymentProviders providers = mock(PaymentProviders.class);
    private final Commands commands = mock(Commands.class);
    private final Provider provider = new Provider(providers, commands);

    @BeforeEach
    void thereIsAProvider() {
        when(providers.named("sandbox")).thenReturn(Optional.of(sandbox));
    }

    @Test
    void tellsWhatTheProviderKnows() {
        when(sandbox.lookUp("pay_1")).thenReturn(Optional.of(CAPTURED));

        provider.lookUpOrCharge("sandbox", checkout(true), FACT, "policy");

        verify(commands).send(new ReportPayment("pay_1", CAPTURED, FACT.recordedAt()), FACT, "policy", "result");
        verify(sandbox, never()).open(any());
    }

    @Test
    void asksAgainForAChargeThatTheProviderNeverHeardOf() {
        when(sandbox.lookUp("pay_1")).thenReturn(Optional.empty());
        when(sandbox.open(checkout(true))).thenReturn(new Session("", CAPTURED));

        provider.lookUpOrCharge("sandbox", checkout(true), FACT, "policy");

        verify(commands).send(new ReportPayment("pay_1", CAPTURED, FACT.recordedAt()), FACT, "policy", "result");
    }

    @Test
    void asksAgainForAChargeThatTheProviderHasBegunAndNotTried() {
        when(sandbox.lookUp("pay_1"))
                .thenReturn(Optional.of(new ProviderReport("ord_1", 1, "CNY", ProviderResult.OPEN)));
        when(sandbox.open(checkout(true))).thenReturn(new Session("", CAPTURED));

        provider.lookUpOrCharge("sandbox", checkout(true), FACT, "policy");

        verify(commands).send(new ReportPayment("pay_1", CAPTURED, FACT.recordedAt()), FACT, "policy", "result");
    }

    @Test
    void chargesNobodyByLookingUp() {
        when(sandbox.lookUp("pay_1")).thenReturn(Optional.empty());

        provider.lookUp("sandbox", checkout(true), FACT, "policy");

        verify(sandbox, never()).open(any());
        var open = new ProviderReport("ord_1", 1, "CNY", ProviderResult.OPEN);
        verify(commands).send(new ReportPayment("pay_1", open, FACT.recordedAt()), FACT, "policy", "result");
    }

    @Test
    void isInDoubtWhenTheProviderGivesNoAnswer() {
        when(sandbox.open(checkout(true))).thenThrow(new ProviderUnavailable("silence", null));

        provider.charge("sandbox", checkout(true), FACT, "policy");

        verify(commands).send(new DoubtPayment("pay_1"), FACT, "policy", "result");
    }

    private static Checkout checkout(boolean offSession) {
        return new Checkout("pay_1", "ord_1", "Java", 1, "CNY", offSession, null, null);
    }
}
