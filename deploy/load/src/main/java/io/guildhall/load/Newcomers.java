package io.guildhall.load;

import static org.awaitility.Awaitility.await;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.SignIn;
import io.guildhall.local.demo.Mails;
import java.time.Duration;
import java.util.Map;

/** Registers people as they do it themselves: by mail, and signed in as a browser is. */
final class Newcomers {

    private static final String PASSWORD = "a kettle of green tea at noon";

    private final LocalStack stack;

    Newcomers(LocalStack stack) {
        this.stack = stack;
    }

    GuildhallClient register(String mail, String name) throws InterruptedException {
        GuildhallClient anyone = stack.anyone();
        anyone.post("/api/accounts", Map.of("mail", mail, "name", name, "password", PASSWORD, "language", "en"))
                .expect(202);
        String token = new Mails(anyone).verificationToken(mail, Duration.ofSeconds(30));
        anyone.post("/api/accounts/verification", Map.of("token", token)).expect(204);
        GuildhallClient browser = stack.anyone();
        await().atMost(Duration.ofSeconds(30)).until(() -> SignIn.as(browser, mail, PASSWORD));
        return browser;
    }
}
