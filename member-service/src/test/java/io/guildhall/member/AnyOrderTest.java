package io.guildhall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.member.BillingVoice.Said;
import io.guildhall.platform.follow.FollowerStatuses;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.testing.Draw;
import io.guildhall.platform.testing.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** No policy relies on an order between the streams of billing-service: however they mix, the same is open in the end. */
class AnyOrderTest extends ServiceTest {

    private static final Instant NOW = Instant.now();
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    @Autowired
    FollowerStatuses followers;

    /** A subscription of two terms, the second of which runs now, or is paid ahead and runs tomorrow. */
    private record Plan(String id, String channel, boolean ahead, boolean refunded, boolean ended) {

        static Plan draw(Draw draw) {
            return new Plan(Ids.next("sub"), Ids.next("chn"), draw.percent(50), draw.percent(50), draw.percent(50));
        }

        /** What is open for it lasts as long as what was paid for; whoever has ended early has been paid back as well. */
        boolean open() {
            return ahead || !refunded;
        }

        boolean openTomorrow() {
            return !refunded;
        }
    }

    /** A course that was bought for good. */
    private record Course(String id, boolean refunded) {}

    @Test
    void theSameIsOpenInWhateverOrderBillingIsHeard() {
        String mail = newMail();
        String memberId = member(mail);
        Browser member = program(mail);
        Seeds.check(8, draw -> {
            String community = Ids.next("com");
            List<Plan> plans = draw.listOf(1, 3, () -> Plan.draw(draw));
            List<Course> courses = draw.listOf(1, 3, () -> new Course(Ids.next("crs"), draw.percent(50)));
            draw.interleaved(streams(community, memberId, plans, courses)).forEach(BillingVoice::tell);
            awaitHeard();

            Map<String, Boolean> expected = new TreeMap<>();
            plans.forEach(plan -> expected.put("channel:" + plan.channel(), plan.open()));
            courses.forEach(course -> expected.put("course:" + course.id(), !course.refunded()));
            Map<String, Boolean> open = new TreeMap<>();
            expected.keySet().forEach(resource -> open.put(resource, allowed(member, community, resource, NOW)));
            assertThat(open).isEqualTo(expected);
            plans.forEach(plan -> assertThat(allowed(member, community, "channel:" + plan.channel(), TOMORROW))
                    .isEqualTo(plan.openTomorrow()));
            assertThat(active(member, community)).isEqualTo(plans.stream().anyMatch(plan -> !plan.ended()));
        });
    }

    private static List<List<Said>> streams(String community, String memberId, List<Plan> plans, List<Course> courses) {
        List<List<Said>> streams = new ArrayList<>();
        for (Plan plan : plans) {
            List<String> orders = List.of(Ids.next("ord"), Ids.next("ord"));
            List<Said> subscription = new ArrayList<>(IntStream.range(0, 2)
                    .mapToObj(term -> term(community, memberId, plan, orders.get(term), term))
                    .toList());
            if (plan.ended()) {
                subscription.add(new Said(
                        community,
                        plan.id(),
                        2,
                        "billing.subscription.ended",
                        Map.of(
                                "subscriptionId",
                                plan.id(),
                                "communityId",
                                community,
                                "memberId",
                                memberId,
                                "offerId",
                                Ids.next("off"),
                                "endedAt",
                                NOW.minusSeconds(1).toString())));
            }
            streams.add(subscription);
            streams.add(
                    order(community, memberId, orders.getLast(), "PLAN", "channel:" + plan.channel(), plan.refunded()));
        }
        for (Course course : courses) {
            streams.add(
                    order(community, memberId, Ids.next("ord"), "COURSE", "course:" + course.id(), course.refunded()));
        }
        return streams;
    }

    private static Said term(String community, String memberId, Plan plan, String orderId, int term) {
        Instant second = plan.ahead() ? NOW.plus(Duration.ofHours(12)) : NOW.minus(Duration.ofDays(15));
        Instant start = second.minus(Duration.ofDays(30L * (1 - term)));
        return new Said(
                community,
                plan.id(),
                term,
                "billing.subscription." + (term == 0 ? "activated" : "renewed"),
                Map.of(
                        "subscriptionId", plan.id(),
                        "communityId", community,
                        "memberId", memberId,
                        "opens", List.of("channel:" + plan.channel()),
                        "termStart", start.toString(),
                        "termEnd", start.plus(Duration.ofDays(30)).toString(),
                        "orderId", orderId));
    }

    private static List<Said> order(
            String community, String memberId, String orderId, String kind, String opens, boolean refunded) {
        Map<String, Object> payload = Map.of(
                "orderId",
                orderId,
                "communityId",
                community,
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
                "paidAt",
                NOW.minusSeconds(60).toString(),
                "refundedAt",
                NOW.minusSeconds(30).toString());
        Said paid = new Said(community, orderId, 0, "billing.order.paid", payload);
        return refunded
                ? List.of(paid, new Said(community, orderId, 1, "billing.order.refunded", payload))
                : List.of(paid);
    }

    /** Everything that was told is heard, and its consequences are shown. */
    private void awaitHeard() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> followers.onTopics().stream().allMatch(each -> each.lag() == 0));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> followers.onOwnLog().stream().allMatch(each -> each.lag() == 0));
    }

    private static boolean allowed(Browser member, String community, String resource, Instant at) {
        return member.get("/api/communities/" + community + "/access?resource=" + resource + "&at=" + at)
                .json()
                .path("allowed")
                .asBoolean();
    }

    private static boolean active(Browser member, String community) {
        return member.get("/api/me/memberships")
                .json()
                .path("items")
                .valueStream()
                .filter(each -> each.path("communityId").asString().equals(community))
                .findFirst()
                .orElseThrow()
                .path("active")
                .asBoolean();
    }
}
