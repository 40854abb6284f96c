package io.guildhall.billing.payment.policy;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.guildhall.billing.Guild;
import io.guildhall.billing.order.Orders;
import io.guildhall.billing.payment.Checkout;
import io.guildhall.billing.payment.PaymentEvent.PaymentCheckDue;
import io.guildhall.billing.payment.PaymentEvent.PaymentRequested;
import io.guildhall.billing.payment.PaymentProvider;
import io.guildhall.billing.payment.PaymentProviders;
import io.guildhall.billing.payment.ProviderReport;
import io.guildhall.billing.payment.ProviderResult;
import io.guildhall.billing.payment.Session;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.testing.History;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A renewal is charged while its order waits and never after, however late the policies come to it. */
class ChargeWindowTest {

    private static final Instant ENDS = History.START.plusSeconds(60);
    private static final Checkout CHARGE = new Checkout("pay_1", "ord_1", "Member", 2900, "CNY", true, "pay_0", null);

    private final PaymentProvider sandbox = mock(PaymentProvider.class);
    private final PaymentProviders providers = mock(PaymentProviders.class);
    private final Orders orders = mock(Orders.class);
    private final Provider provider = new Provider(providers, mock(Commands.class));
    private Instant now = History.START;
    private final ChargeWindow window = new ChargeWindow(orders, () -> now);

    @BeforeEach
    void theProviderNeverHeardOfIt() {
        when(providers.named("sandbox")).thenReturn(Optional.of(sandbox));
        when(sandbox.lookUp("pay_1")).thenReturn(Optional.empty());
        when(sandbox.open(CHARGE))
                .thenReturn(new Session("", new ProviderReport("ord_1", 2900, "CNY", ProviderResult.CAPTURED)));
    }

    @Test
    void chargesUntilTheOrderExpires() {
        now = ENDS.minusMillis(1);
        requested(ENDS);
        verify(sandbox).open(CHARGE);
    }

    @Test
    void looksUpAChargeThatComesTooLate() {
        now = ENDS;
        requested(ENDS);
        verify(sandbox).lookUp("pay_1");
        verify(sandbox, never()).open(any());
    }

    @Test
    void asksAgainOnlyWhileTheOrderWaits() {
        checked(ENDS);
        verify(sandbox).open(CHARGE);
    }

    @Test
    void looksUpWhatIsCheckedTooLate() {
        now = ENDS;
        checked(ENDS);
        verify(sandbox).lookUp("pay_1");
        verify(sandbox, never()).open(any());
    }

    @Test
    void chargesNobodyWhoseOrderWasGivenUpBefore() {
        when(orders.expired(Guild.ID, "ord_1")).thenReturn(true);
        requested(ENDS);
        checked(null);
        verify(sandbox, never()).open(any());
    }

    private void requested(Instant until) {
        var event = new PaymentRequested(
                "pay_1", Guild.ID, "ord_1", Guild.ADA, "sandbox", "Member", 2900, "CNY", true, "pay_0", until);
        new WhenRequestedOffSessionThenCharge(provider, window)
                .on(event, new History().own(event).fact());
    }

    private void checked(@Nullable Instant until) {
        var event = new PaymentCheckDue(
                "pay_1", Guild.ID, "ord_1", "sandbox", "Member", 2900, "CNY", true, "pay_0", 1, until);
        new WhenCheckDueThenAskProvider(provider, window)
                .on(event, new History().own(event).fact());
    }
}
