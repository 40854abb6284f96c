package io.guildhall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.platform.id.Ids;
import io.guildhall.platform.log.EventLogs;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is paid opens, keeps open, and ends. */
class BillingHeardTest extends ServiceTest {

    private final String communityId = Ids.next("com");
    private final String courseId = Ids.next("crs");

    @Test
    void aBoughtCourseIsOpenUntilItIsRefundedAndMakesNoMember() {
        String mail = newMail();
        String memberId = member(mail);
        Browser member = program(mail);
        String orderId = Ids.next("ord");
        Map<String, Object> paid = paidCourse(orderId, memberId);
        tell(orderId, 0, "billing.order.paid", paid);

        awaitAccess(member, "course:" + courseId, true);
        assertThat(member.get("/api/me/memberships").json().path("items")).isEmpty();

        Map<String, Object> refunded = new HashMap<>(paid);
        refunded.put("refundedAt", Instant.now().toString());
        tell(orderId, 1, "billing.order.refunded", refunded);
        awaitAccess(member, "course:" + courseId, false);
    }

    @Test
    void aSubscriptionOpensForItsTermsAndMakesAMemberUntilItEnds() {
        String mail = newMail();
        String memberId = member(mail);
        Browser member = program(mail);
        String subscriptionId = Ids.next("sub");
        Instant start = Instant.now().minus(Duration.ofDays(31));
        Instant middle = start.plus(Duration.ofDays(30));
        Instant end = middle.plus(Duration.ofDays(30));

        tell(
                subscriptionId,
                0,
                "billing.subscription.activated",
                term(subscriptionId, Ids.next("ord"), memberId, start, middle));
        await().untilAsserted(() -> assertThat(
                        member.get("/api/me/memberships").json().path("items"))
                .hasSize(1));
        awaitAccess(member, "channel:" + Ids.next("chn"), false); // the first term is over

        tell(
                subscriptionId,
                1,
                "billing.subscription.renewed",
                term(subscriptionId, Ids.next("ord"), memberId, middle, end));
        awaitAccess(member, "channel:" + Ids.next("chn"), true);

        tell(subscriptionId, 2, "billing.subscription.ended", ended(subscriptionId, memberId, end));
        await().untilAsserted(() -> assertThat(member.get("/api/me/memberships")
                        .json()
                        .at("/items/0/active")
                        .asBoolean(true))
                .isFalse());
    }

    @Test
    void aTermThatIsPaidAheadFollowsWithoutAGapAndRenewsWhenItBegins(@Autowired EventLogs logs) {
        String mail = newMail();
        String memberId = member(mail);
        Browser member = program(mail);
        Instant middle = Instant.now().plus(Duration.ofHours(12)).truncatedTo(ChronoUnit.MILLIS);
        Instant start = middle.minus(Duration.ofDays(30));
        Instant end = middle.plus(Duration.ofDays(30));
        String second = Ids.next("ord");
        String subscriptionId = Ids.next("sub");
        String resource = "channel:" + Ids.next("chn");

        tell(
                subscriptionId,
                0,
                "billing.subscription.activated",
                term(subscriptionId, Ids.next("ord"), memberId, start, middle));
        tell(subscriptionId, 1, "billing.subscription.renewed", term(subscriptionId, second, memberId, middle, end));
        awaitAccess(member, resource, end.minusMillis(1), true);
        for (Instant at : List.of(start, Instant.now(), middle.minusMillis(1), middle, middle.plusMillis(1))) {
            awaitAccess(member, resource, at, true);
        }
        awaitAccess(member, resource, end, false);
        await().untilAsserted(() ->
                assertThat(validTimes(logs, "member.membership.renewed")).containsExactly(middle.toString()));

        tell(second, 0, "billing.order.refunded", refundedPlan(second, memberId)); // canceled before it began
        awaitAccess(member, resource, middle, false);
        awaitAccess(member, resource, middle.minusMillis(1), true);
        tell(subscriptionId, 2, "billing.subscription.ended", ended(subscriptionId, memberId, middle));
        await().untilAsserted(() -> assertThat(member.get("/api/me/memberships")
                        .json()
                        .at("/items/0/endedAt")
                        .asString())
                .isEqualTo(middle.toString()));
    }

    private List<@Nullable String> validTimes(EventLogs logs, String name) {
        return logs.of(communityId).reader().after(0, 10_000).stream()
                .filter(commit -> communityId.equals(commit.community()))
                .flatMap(commit -> commit.events().stream())
                .filter(event -> event.name().equals(name))
                .<@Nullable String>map(event -> event.meta().get("validAt"))
                .toList();
    }

    @Test
    void aRefundedTermIsClosedInWhateverOrderTheNewsCome() {
        String mail = newMail();
        String memberId = member(mail);
        Browser member = program(mail);
        Instant start = Instant.now().minusSeconds(1);
        Instant middle = start.plus(Duration.ofDays(30));
        Instant end = middle.plus(Duration.ofDays(30));
        String first = Ids.next("ord");
        String second = Ids.next("ord");
        String subscriptionId = Ids.next("sub");
        String resource = "channel:" + Ids.next("chn");

        tell(subscriptionId, 0, "billing.subscription.activated", term(subscriptionId, first, memberId, start, middle));
        awaitAccess(member, resource, true);
        tell(first, 0, "billing.order.refunded", refundedPlan(first, memberId));
        awaitAccess(member, resource, false);

        tell(second, 0, "billing.order.refunded", refundedPlan(second, memberId));
        tell(subscriptionId, 1, "billing.subscription.renewed", term(subscriptionId, second, memberId, start, end));
        Map<String, Object> another = new HashMap<>(term(subscriptionId, Ids.next("ord"), memberId, start, end));
        another.put("opens", List.of("course:" + courseId));
        tell(subscriptionId, 2, "billing.subscription.renewed", another);
        awaitAccess(member, "course:" + courseId, true); // so what was told of the subscription before is known too
        awaitAccess(member, resource, false);
    }

    private Map<String, Object> ended(String subscriptionId, String memberId, Instant at) {
        return Map.of(
                "subscriptionId", subscriptionId,
                "communityId", communityId,
                "memberId", memberId,
                "offerId", Ids.next("off"),
                "endedAt", at.toString());
    }

    private Map<String, Object> refundedPlan(String orderId, String memberId) {
        return order(orderId, memberId, "PLAN", "channel:*", "refundedAt", Instant.now());
    }

    private Map<String, Object> paidCourse(String orderId, String memberId) {
        return order(
                orderId,
                memberId,
                "COURSE",
                "course:" + courseId,
                "paidAt",
                Instant.now().minusSeconds(1));
    }

    private Map<String, Object> order(
            String orderId, String memberId, String kind, String opens, String happened, Instant at) {
        return Map.of(
                "orderId",
                orderId,
                "communityId",
                communityId,
                "memberId",
                memberId,
                "kind",
                kind,
                "opens",
                List.of(opens),
                "amountMinor",
                2900,
                "currency",
                "CNY",
                happened,
                at.toString());
    }

    private Map<String, Object> term(
            String subscriptionId, String orderId, String memberId, Instant start, Instant end) {
        return Map.of(
                "subscriptionId",
                subscriptionId,
                "communityId",
                communityId,
                "memberId",
                memberId,
                "opens",
                List.of("channel:*"),
                "termStart",
                start.toString(),
                "termEnd",
                end.toString(),
                "orderId",
                orderId);
    }

    private void tell(String streamId, long sequence, String name, Map<String, Object> payload) {
        BillingVoice.tell(new BillingVoice.Said(communityId, streamId, sequence, name, payload));
    }

    private void awaitAccess(Browser member, String resource, boolean allowed) {
        awaitAccess(member, "resource=" + resource, allowed, "");
    }

    private void awaitAccess(Browser member, String resource, Instant at, boolean allowed) {
        awaitAccess(member, "resource=" + resource, allowed, "&at=" + at);
    }

    private void awaitAccess(Browser member, String resource, boolean allowed, String at) {
        String asked = "/api/communities/" + communityId + "/access?" + resource + at;
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                member.get(asked).json().path("allowed").asBoolean(!allowed))
                        .isEqualTo(allowed));
    }
}
