package io.guildhall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.member.Browser.Reply;
import io.guildhall.member.role.Role;
import io.guildhall.member.role.RoleCommand.GrantRole;
import io.guildhall.platform.ServiceName;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.publish.EventRecords;
import io.guildhall.platform.testing.Servers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AccessServiceTest extends ServiceTest {

    private static final String COURSE = "course:" + Ids.next("crs");

    @Test
    void anOwnerGivesAccessAndEndsItAndTheMemberSeesWhy() {
        String communityId = Ids.next("com");
        Browser owner = owner(communityId);
        String mail = newMail();
        String memberId = member(mail);
        Browser member = program(mail);
        String grants = "/api/communities/" + communityId + "/grants";
        String access = "/api/communities/" + communityId + "/access?resource=" + Browser.encode(COURSE);
        JsonNode refused = member.get(access).json();
        assertThat(refused.path("allowed").asBoolean(true)).isFalse();
        assertThat(refused.path("opens").toString()).contains(COURSE).contains("course:*");

        Reply given = owner.post(grants, Map.of("memberId", memberId, "resource", COURSE, "reason", "won a prize"));

        assertThat(given.status()).as(given.body()).isEqualTo(201);
        String grantId = given.json().path("grantId").asString();
        await().untilAsserted(() ->
                assertThat(member.get(access).json().path("because").toString()).contains("won a prize"));
        Instant whileItHeld = Instant.parse(member.get(access).json().path("at").asString());

        assertThat(owner.delete(grants + "/" + grantId, Map.of("reason", "by mistake"))
                        .status())
                .isEqualTo(204);

        await().untilAsserted(() -> assertThat(
                        member.get(access).json().path("allowed").asBoolean(true))
                .isFalse());
        assertThat(member.get(access + "&at=" + whileItHeld)
                        .json()
                        .path("allowed")
                        .asBoolean())
                .isTrue();
        assertThat(member.get(access + "&asKnownAt=" + whileItHeld)
                        .json()
                        .path("allowed")
                        .asBoolean())
                .isTrue();
        assertThat(owner.get(grants + "?memberId=" + memberId).body()).contains("by mistake");
    }

    @Test
    void aGrantForAllCoursesOpensEachOfThem() {
        String communityId = Ids.next("com");
        Browser owner = owner(communityId);
        String mail = newMail();
        owner.post(
                "/api/communities/" + communityId + "/grants",
                Map.of("memberId", member(mail), "resource", "course:*", "reason", "a friend"));
        Browser member = program(mail);

        await().untilAsserted(() -> assertThat(
                        member.get("/api/communities/" + communityId + "/access?resource=" + Browser.encode(COURSE))
                                .json()
                                .path("allowed")
                                .asBoolean())
                .isTrue());
    }

    @Test
    void whoFoundsACommunityOwnsIt() throws Exception {
        String communityId = Ids.next("com");
        String mail = newMail();
        String founderId = member(mail);
        Browser founder = program(mail);

        hear(new Commit(
                1,
                0,
                communityId,
                0,
                "cmd-1",
                "Community",
                communityId,
                List.of(new StoredEvent(
                        Ids.next("evt"),
                        "community.community.founded",
                        1,
                        0,
                        Instant.now(),
                        """
                        {"communityId":"%s","founderId":"%s","name":"A hall"}\
                        """.formatted(communityId, founderId),
                        Map.of("correlation", "cor-1")))));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(founder.get("/api/communities/" + communityId + "/roles")
                                .body())
                        .contains(founderId)
                        .contains("owner"));
    }

    /** Publishes the first commit of the community-service's log. */
    private static void hear(Commit commit) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", Servers.kafka());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new EventRecords(new ServiceName("community"))
                            .of(commit, commit.events().getFirst(), 1, 0))
                    .get();
        }
    }

    @Test
    void onlyOwnersGiveAccess() {
        String communityId = Ids.next("com");
        owner(communityId);
        String mail = newMail();
        String memberId = member(mail);

        Reply refused = program(mail)
                .post(
                        "/api/communities/" + communityId + "/grants",
                        Map.of("memberId", memberId, "resource", "course:*", "reason", "for myself"));

        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void badGrantsAreRefusedByField() {
        String communityId = Ids.next("com");
        Browser owner = owner(communityId);
        String grants = "/api/communities/" + communityId + "/grants";

        Reply invalid = owner.post(grants, Map.of("memberId", "ada", "resource", "everything", "reason", ""));
        assertThat(invalid.status()).isEqualTo(422);
        assertThat(invalid.json().path("errors").toString())
                .contains("/memberId")
                .contains("/resource")
                .contains("/reason");
        assertThat(owner.post(grants, Map.of("memberId", Ids.next("mem"), "resource", "course:*", "reason", "unknown"))
                        .status())
                .isEqualTo(404);
        assertThat(owner.delete(grants + "/" + Ids.next("grt"), Map.of("reason", "unknown"))
                        .status())
                .isEqualTo(404);
        assertThat(owner.delete(grants + "/made-up", Map.of("reason", "unknown"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void ownersGiveAndTakeRolesButTheLastOneStays() {
        String communityId = Ids.next("com");
        String mail = newMail();
        Browser owner = owner(communityId, mail);
        String ownerId = owner.get("/api/me").json().path("memberId").asString();
        String authorId = member(newMail());
        String members = "/api/communities/" + communityId + "/members/";

        assertThat(owner.put(members + authorId + "/roles/author").status()).isEqualTo(204);
        await().untilAsserted(() -> assertThat(
                        owner.get("/api/communities/" + communityId + "/roles").body())
                .contains(authorId)
                .contains("author"));
        assertThat(owner.put(members + authorId + "/roles/operator").status()).isEqualTo(404);
        Reply last = owner.delete(members + ownerId + "/roles/owner");
        assertThat(last.status()).isEqualTo(409);
        assertThat(last.code()).isEqualTo("last-owner");
        assertThat(owner.delete(members + authorId + "/roles/author").status()).isEqualTo(204);
        await().untilAsserted(() -> assertThat(
                        owner.get("/api/communities/" + communityId + "/roles").body())
                .doesNotContain(authorId));
    }

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
    void aProgramWithoutASecretRotatesItsRefreshTokenAndAStolenOneEndsAll() {
        String mail = newMail();
        member(mail);
        String redirect = "http://127.0.0.1:51234/callback";
        String code = new Flow(this, browser()).code(mail, Flow.authorize("guildhall-cli", redirect));
        Browser program = browser();
        JsonNode tokens = program.form(
                        "/id/oauth2/token",
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "client_id",
                                "guildhall-cli",
                                "code",
                                code,
                                "redirect_uri",
                                redirect,
                                "code_verifier",
                                Flow.VERIFIER))
                .json();
        String first = tokens.path("refresh_token").asString();
        String second = refresh(program, first).json().path("refresh_token").asString();
        assertThat(second).isNotEmpty().isNotEqualTo(first);

        assertThat(refresh(program, first).status()).isEqualTo(400);
        String third = refresh(program, second).json().path("refresh_token").asString();
        assertThat(third).isNotEmpty();
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

    private Browser owner(String communityId) {
        return owner(communityId, newMail());
    }

    private Browser owner(String communityId, String mail) {
        send(GrantRole.of(communityId, member(mail), Role.OWNER, "founded"));
        Browser owner = program(mail);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(owner.get("/api/communities/" + communityId + "/roles")
                                .status())
                        .isEqualTo(200));
        return owner;
    }
}
