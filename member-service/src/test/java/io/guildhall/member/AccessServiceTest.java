package io.guildhall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.member.Browser.Reply;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.LogName;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.publish.EventRecords;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.testing.contract.ApiContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class AccessServiceTest extends ServiceTest {

    private static final String COURSE = "course:" + Ids.next("crs");

    @Test
    void keepsItsApi(@Autowired ApiContract api) {
        api.check();
    }

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
            producer.send(new EventRecords(LogName.first("community"))
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
}
