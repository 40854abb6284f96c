package io.guildhall.billing.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.billing.sandbox.SandboxSession.Status;
import io.guildhall.platform.testing.NoFullScans;
import io.guildhall.platform.testing.Servers;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.mongodb.core.MongoTemplate;

@ExtendWith(NoFullScans.class)
class SandboxRefundTest {

    private final MongoTemplate mongo = Servers.mongo(SandboxRefundTest.class);
    private final SandboxDeliveries deliveries = new SandboxDeliveries(mongo);
    private final Sandbox sandbox =
            new Sandbox(mongo, deliveries, new SandboxSettings("", "/pay/sandbox", "", "secret"));

    @Test
    void givesNoMoreBackThanWasPaidAndTheSameRefundOnce() {
        deliveries.createIndexes();
        var session = sandbox.open(new SessionRequest("pay_1", "ord_1", "Java", 9900, "CNY", false, null, null));
        assertThat(refund("ref_0", 1)).isEmpty(); // nothing was paid yet
        sandbox.pay(session.sessionId());

        assertThat(refund("ref_1", 3000)).hasValue(Status.PAID);
        assertThat(refund("ref_1", 3000)).hasValue(Status.PAID);
        assertThat(refund("ref_2", 6901)).isEmpty();
        assertThat(refund("ref_3", 6900)).hasValue(Status.REFUNDED);
        assertThat(refund("ref_3", 6900)).hasValue(Status.REFUNDED);
        assertThat(refund("ref_4", 1)).isEmpty();
        assertThat(sandbox.find("pay_1").orElseThrow().refundedMinor()).isEqualTo(9900);
    }

    private Optional<Status> refund(String refundId, long amountMinor) {
        return sandbox.refund("pay_1", new RefundRequest(refundId, amountMinor)).map(SandboxSession::status);
    }
}
