package io.guildhall.local.demo.history;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.SignIn;
import io.guildhall.local.demo.Login;
import io.guildhall.local.demo.Mails;
import java.time.Duration;
import java.util.Map;

/** Registers people as they do it themselves: by form, mail and sign-in. */
record Newcomer(Wire wire) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** As long as a key may live: a history that was cut off goes on with it. */
    private static final int TOKEN_DAYS = 366;

    /** Slow enough that a sign-in before its time is not taken for guessing. */
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    /**
     * A token of the new member; repeatable.
     *
     * @param key of the registration
     */
    String register(Login login, String language, String key) {
        Map<String, String> form =
                Map.of("mail", login.mail(), "name", login.name(), "password", login.password(), "language", language);
        GuildhallClient anyone = wire.anyone();
        Wire.patiently(() -> anyone.post("/api/accounts", form, "Idempotency-Key", key))
                .expect(202);
        var link = Map.of("token", mailed(login));
        Wire.patiently(() -> anyone.post("/api/accounts/verification", link)).expect(204, 409, 422);
        var browser = new GuildhallClient(anyone.origin());
        Wire.until(
                login.mail() + " can sign in", BETWEEN_TRIES, () -> SignIn.as(browser, login.mail(), login.password()));
        return SignIn.token(browser, "demo", TOKEN_DAYS);
    }

    private String mailed(Login login) {
        try {
            return new Mails(wire.anyone()).verificationToken(login.mail(), PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
