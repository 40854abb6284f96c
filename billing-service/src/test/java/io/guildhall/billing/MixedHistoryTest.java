package io.guildhall.billing;

import static io.guildhall.platform.testing.Client.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.platform.testing.Draw;
import io.guildhall.platform.testing.Seeds;
import io.guildhall.platform.testing.TestIssuer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Whatever mixture of honest payments, lies and refunds is drawn, each order is paid once and the ledger adds up. */
class MixedHistoryTest extends OverHttp {

    private static final int ORDERS = 12;
    private static final String[] LIES = {
        "{}",
        "{\"webhooks\": \"TWICE\"}",
        "{\"webhooks\": \"OUT_OF_ORDER\"}",
        "{\"webhooks\": \"NEVER\"}",
        "{\"timesOut\": true}",
        "{\"delaySeconds\": 1}",
    };

    @Autowired
    MixedHistoryTest(TestIssuer issuer) {
        super(issuer);
    }

    @Test
    void everyOrderIsPaidOnceAndTheLedgerAddsUp() {
        Seeds.check(1, this::tradeAndAudit);
    }

    private void tradeAndAudit(Draw draw) {
        long kept = 0;
        int refunds = 0;
        for (int i = 0; i < ORDERS; i++) {
            long price = draw.number(1, 100_000);
            JsonNode order = order(course(price));
            behave(order, draw.oneOf(LIES));
            if (draw.percent(30)) {
                nobody.press(checkout(order), "decline");
            }
            nobody.press(checkout(order), "pay");
            clock.advance(Duration.ofSeconds(6));
            awaitStatus(order, "paid");
            if (draw.percent(30)) {
                owner.post(house + "/orders/" + order.path("orderId").asString() + "/refund")
                        .expectStatus()
                        .isNoContent();
                refunds++;
            } else {
                kept += price;
            }
        }
        int transactions = 2 * ORDERS + refunds;
        await().untilAsserted(
                        () -> assertThat(audit().path("transactions").asInt()).isEqualTo(transactions));
        assertThat(audit().path("balanced").asBoolean()).isTrue();
        assertThat(audit().path("findings")).isEmpty();
        assertThat(sum("gateway-clearing")).isEqualTo(kept);
        assertThat(sum("revenue")).isEqualTo(-kept);
        assertThat(sum("receivable")).isZero();
    }

    private JsonNode audit() {
        return body(owner.get(house + "/ledger/audit"));
    }

    private long sum(String account) {
        for (JsonNode each : audit().path("accounts")) {
            if (each.path("account").asString().equals(account)) {
                return each.path("sumMinor").asLong();
            }
        }
        throw new AssertionError("no account " + account);
    }
}
