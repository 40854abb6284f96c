package io.guildhall.load;

import static org.awaitility.Awaitility.await;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import java.time.Duration;
import java.util.Map;

/** Purchases of what a hall sells for 49 yuan, at which something goes otherwise than usual. */
record Purchases(Hall hall) {

    private static final Duration SOON = Duration.ofMinutes(1);

    /**
     * The webhook comes twice, and billing-service is killed between payment and grant: member-service, which grants,
     * stands still from before the one until after the other.
     */
    void whileBillingDies(GuildhallClient member, String offer) {
        Reply order = hall.order(member, Map.of("offerId", offer)).expect(201);
        String checkout = order.text("checkoutUrl");
        hall.stack()
                .anyone()
                .post(checkout + "/behavior", Map.of("webhooks", "TWICE"))
                .expect(204);
        int restarts = hall.stack().restarts("billing-service");
        hall.stack().pause("member-service");
        try {
            hall.pay(checkout);
            awaitPaid(member, order.text("orderId"));
            hall.stack().kill("billing-service");
        } finally {
            hall.stack().resume("member-service");
        }
        hall.stack().awaitReady("billing-service", restarts + 1);
    }

    /** The provider tells of the payment while the browser still waits for its page; then it tells once more. */
    void beforeTheBrowserReturns(GuildhallClient member, String offer) {
        Reply order = hall.order(member, Map.of("offerId", offer)).expect(201);
        String orderId = order.text("orderId");
        try (var provider = new ProviderVoice(hall.stack())) {
            String payment = provider.payment(orderId);
            provider.tell(ProviderVoice.captured(payment, orderId, 4_900, "CNY"));
            awaitPaid(member, orderId);
            hall.pay(order.text("checkoutUrl"));
            // what was told above, that the payment is on its way, and that it is made
            await().atMost(SOON).until(() -> provider.received(payment) == 3);
        }
    }

    /** An order that was just placed may not be listed yet. */
    private void awaitPaid(GuildhallClient member, String orderId) {
        await().atMost(SOON)
                .until(() -> member.get(hall.path() + "/orders/" + orderId)
                        .text("status")
                        .equals("paid"));
    }
}
