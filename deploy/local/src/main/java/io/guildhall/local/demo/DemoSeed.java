package io.guildhall.local.demo;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import io.guildhall.local.client.SignIn;
import io.guildhall.local.stack.DataFolder;
import io.guildhall.local.stack.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Makes the demo: an operator, an owner with a community and a published course, and a member. Every step is a command
 * through the gateway and may be repeated.
 */
public final class DemoSeed {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TOKEN_DAYS = 365;

    /** Slow enough that a sign-in before its time is not taken for guessing. */
    private static final int BETWEEN_TRIES_MILLIS = 1_000;

    private final GuildhallClient anyone;
    private final DataFolder folder;
    private final Consumer<String> progress;
    private final Making making;

    public DemoSeed(GuildhallClient anyone, DataFolder folder, Consumer<String> progress) {
        this.anyone = anyone;
        this.folder = folder;
        this.progress = progress;
        this.making = new Making(folder.demo(), progress);
    }

    /** @throws io.guildhall.local.client.Refused when a command is refused for a reason that does not pass */
    public Demo make() throws InterruptedException {
        GuildhallClient owner = people();
        Founding founding = new Founding(owner, making);
        String community = founding.community(
                "", "The Event Workshop", "Programmers who learn event sourcing by building it.", "en");
        founding.course("", community, DemoCourse.draft());
        return making.demo();
    }

    /** What is kept of the steps of this demo. */
    public Making making() {
        return making;
    }

    /** The people alone; returns the owner. */
    public GuildhallClient people() throws InterruptedException {
        operator();
        register(making.demo().owner(), "owner");
        register(making.demo().member(), "member");
        return owner();
    }

    /** The set-up token works once; after a cut-off the operator signs in and takes another token. */
    private void operator() {
        if (Files.exists(folder.token())) {
            return;
        }
        progress.accept("operator");
        Login login = making.demo().operator();
        Reply reply = anyone.post(
                "/api/setup",
                Map.of(
                        "setupToken", read(folder.setupToken()),
                        "mail", login.mail(),
                        "name", login.name(),
                        "password", login.password()));
        if (reply.status() == 201) {
            PrivateFiles.replace(folder.token(), reply.text("token") + "\n");
            return;
        }
        GuildhallClient browser = new GuildhallClient(anyone.origin());
        if (!SignIn.as(browser, login.mail(), login.password())) {
            reply.expect(201);
        }
        PrivateFiles.replace(folder.token(), SignIn.token(browser, "guildhall command", TOKEN_DAYS) + "\n");
    }

    private void register(Login login, String step) throws InterruptedException {
        if (making.demo().made().containsKey(step)) {
            return;
        }
        anyone.post(
                        "/api/accounts",
                        Map.of(
                                "mail", login.mail(),
                                "name", login.name(),
                                "password", login.password(),
                                "language", "en"),
                        "Idempotency-Key",
                        making.key(step))
                .expect(202);
        String token = new Mails(anyone).verificationToken(login.mail(), PATIENCE);
        anyone.post("/api/accounts/verification", Map.of("token", token)).expect(204, 409, 422);
        making.once(step, login::mail);
    }

    private GuildhallClient owner() throws InterruptedException {
        if (!Files.exists(folder.ownerToken())) {
            GuildhallClient browser = new GuildhallClient(anyone.origin());
            Login login = making.demo().owner();
            untilTrue("the owner can sign in", () -> SignIn.as(browser, login.mail(), login.password()));
            PrivateFiles.replace(folder.ownerToken(), SignIn.token(browser, "guildhall command", TOKEN_DAYS) + "\n");
        }
        return anyone.withToken(read(folder.ownerToken()));
    }

    private static void untilTrue(String what, Supplier<Boolean> condition) throws InterruptedException {
        Instant latest = Instant.now().plus(PATIENCE);
        while (!condition.get()) {
            if (Instant.now().isAfter(latest)) {
                throw new IllegalStateException("Still not so after " + PATIENCE.toSeconds() + " s: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MILLIS);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
