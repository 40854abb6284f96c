package io.guildhall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import io.guildhall.member.Browser.Reply;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.time.MovableClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AccountServiceTest extends ServiceTest {

    @Autowired
    MovableClock clock;

    @Autowired
    EventLogs logs;

    @Test
    void theInstallationIsSetUpOnceByWhoHoldsItsToken() {
        Map<String, String> setup =
                new HashMap<>(Map.of("setupToken", "a guess", "mail", newMail(), "name", "Olga", "password", PASSWORD));
        assertProblem(browser().post("/api/setup", setup), 403, "wrong-setup-token");

        setup.put("setupToken", SETUP_TOKEN);
        Reply done = browser().post("/api/setup", setup);
        assertThat(done.status()).as(done.body()).isEqualTo(201);
        assertProblem(browser().post("/api/setup", setup), 409, "already-set-up");

        Reply exchanged = gateway()
                .post(
                        "/id/internal/exchange",
                        Map.of("token", done.json().path("token").asString()));
        Browser operator = browser().bearer(exchanged.json().path("accessToken").asString());
        assertThat(operator.get("/api/me").json().path("memberId").asString())
                .isEqualTo(done.json().path("memberId").asString());
        await().untilAsserted(
                        () -> assertThat(operator.get("/ops/status").status()).isEqualTo(200));
        assertThat(operator.get("/api/me/roles").body()).contains("operator");
        readsWhatHappened(
                operator, "/ops/streams/" + done.json().path("memberId").asString());
    }

    private static void readsWhatHappened(Browser operator, String stream) {
        await().untilAsserted(() -> assertThat(
                        operator.get(stream + "/states").json().path("steps").valueStream())
                .extracting(step -> step.at("/state/state").asString())
                .containsExactly("REGISTERED", "PROVEN", "VERIFIED"));
        assertThat(operator.get(stream).body())
                .contains("member.account.registered")
                .doesNotContain("Olga");
        assertThat(operator.get(stream + "/states").body()).doesNotContain("Olga");
    }

    @Test
    void aLinkVerifiesOnce() {
        String mail = newMail();
        register(mail);

        assertThat(verify(mail).status()).isEqualTo(204);
        assertProblem(verify(mail), 422, "verification-expired");
        assertProblem(
                browser().post("/api/accounts/verification", Map.of("token", "made.up")), 422, "verification-expired");
    }

    @Test
    void aKnownMailIsAnsweredAsANewOneAndItsOwnerIsTold() {
        String mail = newMail();
        member(mail);

        register(mail);

        assertThat(mailTo(mail, "has an account already").path("links").get(0).asString())
                .endsWith("/id/login");
    }

    @Test
    void theFirstToProveAnAddressHasIt() {
        String mail = newMail();
        register(mail);
        String first = tokenOf(mail);
        register(mail);
        var second = new AtomicReference<String>();
        await().untilAsserted(() -> {
            second.set(tokenOf(mail));
            assertThat(second.get()).isNotEqualTo(first);
        });

        assertThat(browser()
                        .post("/api/accounts/verification", Map.of("token", second.get()))
                        .status())
                .isEqualTo(204);
        assertProblem(
                browser().post("/api/accounts/verification", Map.of("token", first)), 422, "verification-expired");
    }

    @Test
    void aRegistrationThatNobodyVerifiesLapsesAndLeavesNothingPersonal() {
        String mail = newMail();
        register(mail);
        String token = tokenOf(mail);
        String memberId = "mem_" + token.split("\\.")[0];

        clock.advance(Duration.ofHours(25));

        await().untilAsserted(() -> {
            assertThat(profile(memberId)).isNotNull().containsOnlyKeys("_id", "_class", "seen", "removed");
            assertThat(Servers.database(ServiceTest.class)
                            .getCollection("credentials")
                            .countDocuments(Filters.eq("memberId", memberId)))
                    .isZero();
        });
        assertProblem(
                browser().post("/api/accounts/verification", Map.of("token", token)), 422, "verification-expired");
    }

    @Test
    void aHashStandsInNoEventAndIsArgon2id() {
        String mail = newMail();
        String memberId = member(mail);

        Document credential = Objects.requireNonNull(Servers.database(ServiceTest.class)
                .getCollection("credentials")
                .find(Filters.eq("memberId", memberId))
                .first());
        assertThat(credential.getString("hash")).startsWith("$argon2id$v=19$");
        Servers.database(ServiceTest.class)
                .getCollection("log_0")
                .find()
                .forEach(commit ->
                        assertThat(commit.toJson()).doesNotContain("argon2").doesNotContain(mail));
    }

    @Test
    void aNewPasswordEndsWhatWasBegunWithTheOldOne() {
        String mail = newMail();
        member(mail);
        var flow = new Flow(this, browser());
        var tokens = flow.tokens(mail);
        Browser member = browser().bearer(tokens.path("access_token").asString());
        assertProblem(
                member.post("/api/me/password", Map.of("current", "a wrong one", "next", "another long sentence")),
                403,
                "wrong-password");

        Reply changed = member.post("/api/me/password", Map.of("current", PASSWORD, "next", "another long sentence"));

        assertThat(changed.status()).as(changed.body()).isEqualTo(204);
        mailTo(mail, "was changed");
        await().untilAsserted(() -> assertThat(
                        flow.refresh(tokens.path("refresh_token").asString()).status())
                .isEqualTo(400));
        assertThat(signIn(browser(), flow.authorize(), mail, PASSWORD).status()).isEqualTo(401);
        assertThat(signIn(browser(), flow.authorize(), mail, "another long sentence")
                        .status())
                .isEqualTo(302);
    }

    @Test
    void tellsNamesToWhoIsSignedIn() {
        String mail = newMail();
        String memberId = member(mail);

        assertThat(browser().get("/api/members?ids=" + memberId).status()).isEqualTo(401);
        assertThat(program(mail)
                        .get("/api/members?ids=" + memberId + ",mem_unknown")
                        .json()
                        .path("items")
                        .toString())
                .isEqualTo("[{\"memberId\":\"" + memberId + "\",\"name\":\"Ada Byron\"}]");
    }

    @Test
    void badInputLeavesNoTrace() {
        Browser member = program(newVerifiedMail());
        long head = settledHead();

        assertProblem(browser().json("POST", "/api/accounts", "{\"mail\":"), 400, "malformed-request");
        assertProblem(
                browser().json("POST", "/api/accounts", "{\"mail\":\"a@b.org\",\"admin\":true}"),
                400,
                "unknown-property");
        Reply invalid = browser()
                .post("/api/accounts", Map.of("mail", "nobody", "name", "https://evil.example", "password", PASSWORD));
        assertProblem(invalid, 422, "validation-failed");
        assertThat(invalid.json().path("errors").toString()).contains("/mail").contains("/name");
        assertProblem(
                browser().post("/api/accounts", Map.of("mail", newMail(), "name", "A", "password", "too short")),
                422,
                "weak-password");
        assertProblem(
                browser().json("POST", "/api/accounts", "{\"name\":\"" + "x".repeat(1_100_000) + "\"}"),
                413,
                "payload-too-large");
        assertProblem(browser().get("/api/me"), 401, "authentication-required");
        assertProblem(browser().bearer("nonsense").get("/api/me"), 401, "invalid-token");
        assertProblem(member.get("/ops/status"), 403, "forbidden");

        assertThat(head()).isEqualTo(head);
    }

    @Test
    void aRepeatedRegistrationWithItsKeyIsDoneOnce() {
        String mail = newMail();
        Map<String, String> asked = Map.of("mail", mail, "name", "Ada", "password", PASSWORD);

        assertThat(browser().key("same").post("/api/accounts", asked).status()).isEqualTo(202);
        Reply again = browser().key("same").post("/api/accounts", asked);

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.raw().headers().firstValue("Idempotency-Replayed")).contains("true");
        assertProblem(
                browser().key("same").post("/api/accounts", Map.of("mail", mail, "name", "Eve", "password", PASSWORD)),
                422,
                "idempotency-key-reuse");
    }

    private String newVerifiedMail() {
        String mail = newMail();
        member(mail);
        return mail;
    }

    private long head() {
        return logs.all().getFirst().reader().head();
    }

    /** The log's end once nothing that other tests began adds to it any more. */
    private long settledHead() {
        var head = new AtomicLong(head());
        await().during(Duration.ofSeconds(1)).until(() -> head.getAndSet(head()) == head.get());
        return head.get();
    }

    private static @Nullable Document profile(String memberId) {
        return Servers.database(ServiceTest.class)
                .getCollection("profiles")
                .find(Filters.eq("_id", memberId))
                .first();
    }

    private static void assertProblem(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
    }
}
