package io.guildhall.load;

import static io.guildhall.load.Requests.answer;
import static org.awaitility.Awaitility.await;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import java.time.Duration;
import java.util.Map;

/** Stands before the provider's page, and goes on pressing until it answers. */
record Payer(LocalStack stack) {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Has the provider lie about this payment, and about all that is charged by its means later. */
    void tell(String checkout, Map<String, Object> lie) {
        GuildhallClient anyone = stack.anyone();
        await().atMost(PATIENCE)
                .until(() -> answer(() -> anyone.post(checkout + "/behavior", lie), 204, 404)
                        .isPresent());
    }

    /** @param silent whether the provider was told to charge and say nothing */
    void pay(String checkout, boolean silent) {
        GuildhallClient anyone = stack.anyone();
        await().atMost(PATIENCE)
                .until(() -> answer(() -> press(anyone, checkout), silent ? 504 : 200)
                        .filter(reply -> reply.header("Content-Type").orElse("").startsWith("text/html"))
                        .isPresent());
    }

    private static Reply press(GuildhallClient payer, String checkout) {
        return payer.send("POST", checkout, "action=pay", "Content-Type", "application/x-www-form-urlencoded");
    }
}
