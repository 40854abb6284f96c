package io.guildhall.billing.payment.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.billing.payment.PaymentEvent.PaymentLeftInDoubt;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class WhenPaymentLeftInDoubtThenAlarmTest {

    @Test
    void countsWhatIsLeftToAHuman() {
        var meters = new SimpleMeterRegistry();

        new WhenPaymentLeftInDoubtThenAlarm(meters)
                .on(new PaymentLeftInDoubt("pay_1", "com_1", "ord_1", "mem_1", "sandbox", 1, "CNY"));

        assertThat(meters.counter("guildhall.billing.in-doubt").count()).isEqualTo(1);
    }
}
