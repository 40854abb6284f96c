package io.guildhall.local.demo;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import io.guildhall.local.client.SignIn;
import io.guildhall.local.lessons.CourseDraft;
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
    private Demo demo;

    public DemoSeed(GuildhallClient anyone, DataFolder folder, Consumer<String> progress) {
        this.anyone = anyone;
        this.folder = folder;
        this.progress = progress;
        this.demo = Demo.readOrBegin(folder.demo());
    }

    /** @throws io.guildhall.local.client.Refused when a command is refused for a reason that does not pass */
    public Demo make() throws InterruptedException {
        operator();
        register(demo.owner(), "owner");
        register(demo.member(), "member");
        GuildhallClient owner = owner();
        String community = once(
                "community",
                () -> owner.post(
                                "/api/communities",
                                Map.of(
                                        "name",
                                        "The Event Workshop",
                                        "description",
                                        "Programmers who learn event sourcing by building it.",
                                        "language",
                                        "en"),
                                "Idempotency-Key",
                                key("community"))
                        .expect(201)
                        .text("communityId"));
        String course = course(owner, community);
        for (String step : new String[] {"submission", "approval", "publication"}) {
            once(step, () -> {
                Reply reply = owner.post(
                        "/api/communities/" + community + "/courses/" + course + "/" + step,
                        null,
                        "Idempotency-Key",
                        key(step));
                return reply.expect(200, 201, 202, 204)
                        .header("Guildhall-Position")
                        .orElse("done");
            });
        }
        return demo;
    }

    /** The set-up token works once; after a cut-off the operator signs in and takes another token. */
    private void operator() {
        if (Files.exists(folder.token())) {
            return;
        }
        progress.accept("operator");
        Login login = demo.operator();
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
        if (demo.made().containsKey(step)) {
            return;
        }
        progress.accept(step);
        anyone.post(
                        "/api/accounts",
                        Map.of(
                                "mail", login.mail(),
                                "name", login.name(),
                                "password", login.password(),
                                "language", "en"),
                        "Idempotency-Key",
                        key(step))
                .expect(202);
        String token = new Mails(anyone).verificationToken(login.mail(), PATIENCE);
        anyone.post("/api/accounts/verification", Map.of("token", token)).expect(204, 409, 422);
        demo = demo.with(step, login.mail(), folder.demo());
    }

    private GuildhallClient owner() throws InterruptedException {
        if (!Files.exists(folder.ownerToken())) {
            GuildhallClient browser = new GuildhallClient(anyone.origin());
            untilTrue(
                    "the owner can sign in",
                    () -> SignIn.as(browser, demo.owner().mail(), demo.owner().password()));
            PrivateFiles.replace(folder.ownerToken(), SignIn.token(browser, "guildhall command", TOKEN_DAYS) + "\n");
        }
        return anyone.withToken(read(folder.ownerToken()));
    }

    /** The course-service may hear of the owner's role only after the community is founded: a 403 passes. */
    private String course(GuildhallClient owner, String community) throws InterruptedException {
        CourseDraft draft = DemoCourse.draft();
        if (!demo.made().containsKey("course")) {
            untilTrue("the owner may write courses", () -> {
                Reply reply = draft.send(owner, community, key("course"));
                if (reply.status() == 403 || reply.status() == 404) {
                    return false;
                }
                once("course", () -> reply.expect(201).text("courseId"));
                return true;
            });
        }
        return demo.courseId().orElseThrow();
    }

    private String once(String step, Supplier<String> command) {
        String made = demo.made().get(step);
        if (made != null) {
            return made;
        }
        progress.accept(step);
        String id = command.get();
        demo = demo.with(step, id, folder.demo());
        return id;
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

    private String key(String step) {
        return demo.key() + "-" + step;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
