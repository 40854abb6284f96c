package io.guildhall.billing.payment.policy;

import static io.guildhall.billing.Guild.ADA;
import static io.guildhall.billing.Guild.COURSE;
import static io.guildhall.billing.Guild.MARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.guildhall.billing.Guild;
import io.guildhall.billing.order.OrderEvent.OrderPartlyRefunded;
import io.guildhall.billing.order.OrderEvent.OrderRefunded;
import io.guildhall.billing.payment.PaymentId;
import io.guildhall.billing.payment.PaymentProvider;
import io.guildhall.billing.payment.PaymentProviders;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.testing.History;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhenOrderRefundedThenReturnTheMoneyTest {

    private static final OrderPartlyRefunded PART = new OrderPartlyRefunded(
            "ord_1", Guild.ID, ADA, COURSE.kind(), COURSE.offerId(), 3000, 3000, "CNY", null, MARCH);
    private static final OrderRefunded REST = new OrderRefunded(
            "ord_1", Guild.ID, ADA, COURSE.kind(), COURSE.offerId(), COURSE.opens(), 6900, "CNY", null, MARCH);

    private record Asked(String paymentId, String refundId, long amountMinor) {}

    private final List<Asked> asked = new ArrayList<>();
    private final PaymentProvider sandbox = mock(PaymentProvider.class);
    private final PaymentProviders providers = mock(PaymentProviders.class);
    private final WhenOrderRefundedThenReturnTheMoney policy = new WhenOrderRefundedThenReturnTheMoney(providers);

    @Test
    void asksForEachRefundUnderAnIdOfItsOwnAndForTheSameAgainUnderTheSame() {
        when(providers.current()).thenReturn(sandbox);
        doAnswer(call -> asked.add(new Asked(call.getArgument(0), call.getArgument(1), call.getArgument(2))))
                .when(sandbox)
                .refund(anyString(), anyString(), anyLong());
        var history = new History().own(PART);
        Fact part = history.fact();
        Fact rest = history.own(REST).fact();

        policy.on(PART, part);
        policy.on(REST, rest);
        policy.on(REST, rest);

        assertThat(asked).extracting(Asked::paymentId).containsOnly(PaymentId.of("ord_1"));
        assertThat(asked).extracting(Asked::amountMinor).containsExactly(3000L, 6900L, 6900L);
        assertThat(asked.get(1)).isEqualTo(asked.get(2));
        assertThat(asked.get(0).refundId()).isNotEqualTo(asked.get(1).refundId());
    }
}
