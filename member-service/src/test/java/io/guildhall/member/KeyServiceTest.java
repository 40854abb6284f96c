package io.guildhall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.member.Browser.Reply;
import io.guildhall.platform.id.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

class KeyServiceTest extends ServiceTest {

    @Autowired
    MongoTemplate mongo;

    @Test
    void aPersonalAccessTokenActsForItsMemberUntilItIsEnded() {
        String mail = newMail();
        String memberId = member(mail);
        Browser member = program(mail);
        Reply created = member.post("/api/me/tokens", Map.of("name", "laptop", "days", 30));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String token = created.json().path("token").asString();
        assertThat(token).matches("ghp_[A-Za-z0-9_-]{43}");

        await().untilAsserted(() -> assertThat(exchange(token).status()).isEqualTo(200));
        JsonNode exchanged = exchange(token).json();
        assertThat(exchanged.path("expiresIn").asInt()).isLessThanOrEqualTo(50);
        assertThat(browser()
                        .bearer(exchanged.path("accessToken").asString())
                        .get("/api/me")
                        .json()
                        .path("memberId")
                        .asString())
                .isEqualTo(memberId);
        JsonNode listed = member.get("/api/me/tokens").json().path("items").get(0);
        assertThat(listed.path("name").asString()).isEqualTo("laptop");
        assertThat(listed.path("lastUsedAt").isMissingNode()).isFalse();
        assertThat(listed.toString()).doesNotContain(token);

        assertThat(member.delete("/api/me/tokens/"
                                + created.json().path("tokenId").asString())
                        .status())
                .isEqualTo(204);
        await().untilAsserted(() -> assertThat(exchange(token).status()).isEqualTo(401));
    }

    @Test
    void aMemberCannotEndTheTokenOfAnother() {
        String mail = newMail();
        member(mail);
        String tokenId = program(mail)
                .post("/api/me/tokens", Map.of("name", "laptop", "days", 30))
                .json()
                .path("tokenId")
                .asString();
        String other = newMail();
        member(other);

        assertThat(program(other).delete("/api/me/tokens/" + tokenId).status()).isEqualTo(404);
    }

    @Test
    void anAttemptAfterACrashShowsTheKeyThatTheFirstHasMade() {
        String mail = newMail();
        member(mail);
        Browser member = program(mail).key(Ids.next("key"));
        for (String path : new String[] {"/api/me/tokens", "/api/me/clients"}) {
            Map<String, Object> wish = Map.of("name", "laptop", "days", 30);
            JsonNode first = member.post(path, wish).json();
            forgetAnswers(); // as if the service had died between commit and answer

            assertThat(member.post(path, wish).json()).isEqualTo(first);
        }
        await().untilAsserted(() ->
                assertThat(member.get("/api/me/tokens").json().path("items")).hasSize(1));
    }

    @Test
    void anApiClientActsForItsMemberUntilItIsEnded() {
        String mail = newMail();
        String memberId = member(mail);
        Browser member = program(mail);
        JsonNode client = member.post("/api/me/clients", Map.of("name", "importer", "days", 30))
                .json();
        String clientId = client.path("clientId").asString();
        Browser program = browser().basic(clientId, client.path("clientSecret").asString());
        Map<String, String> wish = Map.of("grant_type", "client_credentials");

        await().untilAsserted(() ->
                assertThat(program.form("/id/oauth2/token", wish).status()).isEqualTo(200));
        String access = program.form("/id/oauth2/token", wish)
                .json()
                .path("access_token")
                .asString();
        assertThat(claims(access).path("sub").asString()).isEqualTo(memberId);
        assertThat(claims(access).path("client_id").asString()).isEqualTo(clientId);
        assertThat(browser().bearer(access).get("/api/me").status()).isEqualTo(200);
        assertThat(browser()
                        .basic(clientId, "guess")
                        .form("/id/oauth2/token", wish)
                        .status())
                .isEqualTo(401);

        assertThat(member.delete("/api/me/clients/" + clientId).status()).isEqualTo(204);
        await().untilAsserted(() ->
                assertThat(program.form("/id/oauth2/token", wish).status()).isEqualTo(401));
    }

    @Test
    void aProgramWithoutASecretRotatesItsRefreshTokenAndAStolenOneEndsItsFamily() {
        String mail = newMail();
        String memberId = member(mail);
        String redirect = "http://127.0.0.1:51234/callback";
        String code = new Flow(this, browser()).code(mail, Flow.authorize("guildhall-cli", redirect));
        Browser program = browser();
        JsonNode tokens =
                program.form("/id/oauth2/token", Flow.ofProgram(code, redirect)).json();
        String first = tokens.path("refresh_token").asString();
        String second = refresh(program, first).json().path("refresh_token").asString();
        assertThat(second).isNotEmpty().isNotEqualTo(first);

        assertThat(refresh(program, first).status()).isEqualTo(400);
        String third = refresh(program, second).json().path("refresh_token").asString();
        assertThat(third).isNotEmpty();

        mongo.getCollection("authorizations")
                .updateMany(
                        new Document("principal", memberId),
                        new Document(
                                "$set",
                                new Document("spentAt", Date.from(Instant.now().minus(11, ChronoUnit.SECONDS)))));
        assertThat(refresh(program, second).status()).isEqualTo(400);
        assertThat(refresh(program, third).status()).isEqualTo(400);
    }

    @Test
    void aStolenRefreshTokenEndsItsFamilyThoughTheThiefRefreshesAllTheTime() {
        String mail = newMail();
        member(mail);
        String redirect = "http://127.0.0.1:51234/callback";
        String code = new Flow(this, browser()).code(mail, Flow.authorize("guildhall-cli", redirect));
        Browser thief = browser();
        String stolen = thief.form("/id/oauth2/token", Flow.ofProgram(code, redirect))
                .json()
                .path("refresh_token")
                .asString();
        String second = refresh(thief, stolen).json().path("refresh_token").asString();
        String third = refresh(thief, second).json().path("refresh_token").asString();

        assertThat(refresh(browser(), stolen).status()).isEqualTo(400);
        assertThat(refresh(thief, third).status()).isEqualTo(400);
    }

    @Test
    void aCodeIsRedeemedByWhoKnowsItsVerifierWhateverElseIsSent() {
        String mail = newMail();
        member(mail);
        String redirect = "http://127.0.0.1:51234/callback";
        String code = new Flow(this, browser()).code(mail, Flow.authorize("guildhall-cli", redirect));
        Map<String, String> guess = new HashMap<>(Flow.ofProgram(code, redirect));
        guess.put("code_verifier", "x".repeat(Flow.VERIFIER.length()));
        guess.put("guildhall.refreshes", "1");

        assertThat(browser().form("/id/oauth2/token", guess).status()).isBetween(400, 401);
    }

    private void forgetAnswers() {
        mongo.getCollection("idempotency_keys").deleteMany(new Document());
    }

    private static Reply refresh(Browser program, String refreshToken) {
        return program.form(
                "/id/oauth2/token",
                Map.of(
                        "grant_type", "refresh_token",
                        "client_id", "guildhall-cli",
                        "refresh_token", refreshToken));
    }

    private Reply exchange(String token) {
        return gateway().post("/id/internal/exchange", Map.of("token", token));
    }
}
