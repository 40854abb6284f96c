package io.guildhall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.member.Browser.Reply;
import io.guildhall.member.role.Role;
import io.guildhall.member.role.RoleCommand.GrantRole;
import io.guildhall.platform.id.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A member is told what others, money and time did, reads it, and nobody else does. */
class NoticeServiceTest extends ServiceTest {

    private static final String NOTICES = "/api/me/notices";

    private final String communityId = Ids.next("com");

    @Test
    void whatAnOwnerDoesIsToldAndReadOneByOne() {
        String mail = newMail();
        String memberId = member(mail);
        Browser member = program(mail);
        Browser owner = owner();
        String given = give(owner, memberId);
        awaitKinds(member, "ACCESS_GIVEN");
        owner.put("/api/communities/" + communityId + "/members/" + memberId + "/roles/author");
        awaitKinds(member, "ROLE_GRANTED", "ACCESS_GIVEN");
        owner.delete("/api/communities/" + communityId + "/grants/" + given, Map.of("reason", "by mistake"));
        awaitKinds(member, "ACCESS_ENDED", "ROLE_GRANTED", "ACCESS_GIVEN");
        assertThat(unread(member)).isEqualTo(3);
        JsonNode newest = items(member).getFirst();
        assertThat(newest.path("communityId").asString()).isEqualTo(communityId);
        assertThat(newest.at("/about/resource").asString()).isEqualTo("course:*");

        String read = NOTICES + "/" + newest.path("noticeId").asString() + "/read";
        assertThat(member.post(read, Map.of()).status()).isEqualTo(204);
        assertThat(member.post(read, Map.of()).status()).isEqualTo(204);

        await().untilAsserted(() -> assertThat(unread(member)).isEqualTo(2));
        assertThat(items(member))
                .extracting(each -> each.path("read").asBoolean())
                .containsExactly(true, false, false);
        assertThat(items(owner)).extracting(NoticeServiceTest::kind).doesNotContain("ACCESS_GIVEN");
    }

    @Test
    void allIsReadUpToWhatWasShownAndNoFurther() {
        String mail = newMail();
        String memberId = member(mail);
        Browser member = program(mail);
        Browser owner = owner();
        give(owner, memberId);
        awaitKinds(member, "ACCESS_GIVEN");
        give(owner, memberId);
        awaitKinds(member, "ACCESS_GIVEN", "ACCESS_GIVEN");
        String shown = items(member).getFirst().path("noticeId").asString();
        give(owner, memberId);
        awaitKinds(member, "ACCESS_GIVEN", "ACCESS_GIVEN", "ACCESS_GIVEN");

        Map<String, String> upToShown = Map.of("upTo", shown);
        assertThat(member.post(NOTICES + "/read", upToShown).status()).isEqualTo(204);
        assertThat(member.post(NOTICES + "/read", upToShown).status()).isEqualTo(204);

        await().untilAsserted(() -> assertThat(unread(member)).isEqualTo(1));
        assertThat(items(member))
                .extracting(each -> each.path("read").asBoolean())
                .containsExactly(false, true, true);
    }

    @Test
    void theListIsPagedNewestFirst() {
        String mail = newMail();
        String memberId = member(mail);
        Browser member = program(mail);
        Browser owner = owner();
        give(owner, memberId);
        give(owner, memberId);
        give(owner, memberId);
        awaitKinds(member, "ACCESS_GIVEN", "ACCESS_GIVEN", "ACCESS_GIVEN");

        List<String> paged = new ArrayList<>();
        JsonNode page = member.get(NOTICES + "?limit=2").json();
        page.path("items").forEach(each -> paged.add(each.path("noticeId").asString()));
        String next = page.at("/page/next").asString();
        member.get(NOTICES + "?limit=2&after=" + Browser.encode(next))
                .json()
                .path("items")
                .forEach(each -> paged.add(each.path("noticeId").asString()));

        assertThat(paged)
                .isEqualTo(items(member).stream()
                        .map(each -> each.path("noticeId").asString())
                        .toList())
                .doesNotHaveDuplicates();
        assertThat(items(member))
                .extracting(each -> Instant.parse(each.path("givenAt").asString()))
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
        Reply bad = member.get(NOTICES + "?after=yesterday");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.json().path("errors").toString()).contains("after");
    }

    @Test
    void nobodyReadsAnothersNotice() {
        String mail = newMail();
        String memberId = member(mail);
        Browser member = program(mail);
        give(owner(), memberId);
        awaitKinds(member, "ACCESS_GIVEN");
        String noticeId = items(member).getFirst().path("noticeId").asString();
        String stranger = newMail();
        member(stranger);
        Browser other = program(stranger);

        assertThat(items(other)).isEmpty();
        assertThat(other.post(NOTICES + "/" + noticeId + "/read", Map.of()).status())
                .isEqualTo(404);
        assertThat(other.post(NOTICES + "/read", Map.of("upTo", noticeId)).status())
                .isEqualTo(404);
        assertThat(other.post(NOTICES + "/made-up/read", Map.of()).status()).isEqualTo(404);
        Reply bad = other.post(NOTICES + "/read", Map.of("upTo", "all"));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.json().path("errors").toString()).contains("/upTo");
        assertThat(browser().get(NOTICES).status()).isEqualTo(401);
        assertThat(browser().get(NOTICES + "/unread").status()).isEqualTo(401);
        assertThat(unread(member)).isEqualTo(1);
    }

    @Test
    void whatAsksForActionComesByMailToo() {
        String mail = newMail();
        String memberId = member(mail);
        Browser member = program(mail);
        String offerId = Ids.next("off");
        String checkout = "/communities/" + communityId + "/checkout/" + offerId;
        String subscriptionId = Ids.next("sub");
        Instant end = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);

        activate(subscriptionId, Ids.next("ord"), memberId);
        awaitKinds(member, "WELCOME");
        tell(
                subscriptionId,
                1,
                "billing.subscription.renewal-failed",
                about(memberId, Map.of("offerId", offerId, "endsAt", end.toString(), "reason", "payment-failed")));
        awaitKinds(member, "RENEWAL_FAILED", "WELCOME");
        assertThat(items(member).getFirst().at("/about/until").asString()).isEqualTo(end.toString());
        mailTo(mail, "could not be charged");
        tell(
                subscriptionId,
                2,
                "billing.subscription.ended",
                about(
                        memberId,
                        Map.of("subscriptionId", subscriptionId, "offerId", offerId, "endedAt", end.toString())));
        awaitKinds(member, "SUBSCRIPTION_ENDED", "RENEWAL_FAILED", "WELCOME");
        assertThat(mailTo(mail, "is closed").path("links").get(0).asString()).isEqualTo(origin() + checkout);
    }

    @Test
    void moneyIsToldAndSoIsTheWelcome() {
        String mail = newMail();
        String memberId = member(mail);
        Browser member = program(mail);
        String subscriptionId = Ids.next("sub");
        String orderId = Ids.next("ord");
        activate(subscriptionId, orderId, memberId);
        awaitKinds(member, "WELCOME");

        tell(
                orderId,
                0,
                "billing.order.refunded",
                about(
                        memberId,
                        Map.of(
                                "orderId",
                                orderId,
                                "opens",
                                List.of("course:*"),
                                "amountMinor",
                                2900,
                                "currency",
                                "CNY",
                                "refundedAt",
                                Instant.now().toString())));

        awaitKinds(member, "REFUNDED", "WELCOME"); // and nothing of the access that it closes
        assertThat(items(member).getFirst().at("/about/amountMinor").asLong()).isEqualTo(2900);
    }

    private void activate(String subscriptionId, String orderId, String memberId) {
        Instant start = Instant.now().minusSeconds(1);
        tell(
                subscriptionId,
                0,
                "billing.subscription.activated",
                about(
                        memberId,
                        Map.of(
                                "subscriptionId", subscriptionId,
                                "opens", List.of("course:*"),
                                "termStart", start.toString(),
                                "termEnd", start.plus(Duration.ofDays(30)).toString(),
                                "orderId", orderId)));
    }

    private Browser owner() {
        String mail = newMail();
        send(GrantRole.of(communityId, member(mail), Role.OWNER, "founded"));
        Browser owner = program(mail);
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        owner.get("/api/communities/" + communityId + "/roles").status() == 200);
        return owner;
    }

    private String give(Browser owner, String memberId) {
        Reply given = owner.post(
                "/api/communities/" + communityId + "/grants",
                Map.of("memberId", memberId, "resource", "course:*", "reason", "won a prize"));
        assertThat(given.status()).as(given.body()).isEqualTo(201);
        return given.json().path("grantId").asString();
    }

    private Map<String, Object> about(String memberId, Map<String, Object> more) {
        Map<String, Object> payload = new HashMap<>(more);
        payload.put("communityId", communityId);
        payload.put("memberId", memberId);
        return payload;
    }

    private void tell(String streamId, long sequence, String name, Map<String, Object> payload) {
        BillingVoice.tell(new BillingVoice.Said(communityId, streamId, sequence, name, payload));
    }

    private static void awaitKinds(Browser member, String... newestFirst) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(items(member))
                        .extracting(NoticeServiceTest::kind)
                        .containsExactly(newestFirst));
    }

    private static List<JsonNode> items(Browser member) {
        return member.get(NOTICES).json().path("items").valueStream().toList();
    }

    private static String kind(JsonNode notice) {
        return notice.path("kind").asString();
    }

    private static int unread(Browser member) {
        return member.get(NOTICES + "/unread").json().path("count").asInt();
    }
}
