package io.guildhall.analytics;

import io.guildhall.platform.follow.Envelope;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.log.LogPosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What other services would tell of one community, numbered as they would number it. */
public final class Story {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<Envelope> events = new ArrayList<>();
    private final Map<String, Long> positions = new HashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private String community = "com_1";
    private Instant at = Instant.parse("2026-03-01T08:00:00Z");
    private @Nullable Instant recordedAt;

    public Story in(String communityId) {
        community = communityId;
        return this;
    }

    /** When what follows became true, and was recorded. */
    public Story at(String instant) {
        return at(Instant.parse(instant));
    }

    public Story at(Instant instant) {
        at = instant;
        recordedAt = null;
        return this;
    }

    /** When what follows was recorded, though it became true before. */
    public Story recordedAt(String instant) {
        recordedAt = Instant.parse(instant);
        return this;
    }

    public Story tell(String name, String streamId, Object... fields) {
        String service = name.substring(0, name.indexOf('.'));
        long position = positions.merge(service, 1L, Long::sum);
        long sequence = sequences.merge(streamId, 1L, Long::sum) - 1;
        Map<String, Object> payload = new TreeMap<>(Map.of("communityId", community));
        for (int i = 0; i < fields.length; i += 2) {
            payload.put(fields[i].toString(), fields[i + 1]);
        }
        var fact = new Fact(
                service,
                new LogPosition(service + ".0", position),
                service + "-" + community + "-" + position,
                name,
                1,
                streamId,
                sequence,
                community,
                recordedAt == null ? at : recordedAt,
                at,
                null,
                "correlation",
                false);
        events.add(new Envelope(fact, JSON.writeValueAsString(payload)));
        return this;
    }

    /** A membership begins to run. */
    public Story joins(String member) {
        return tell("member.membership.joined", "mbs_" + member, "memberId", member)
                .tell(
                        "member.membership.activated",
                        "mbs_" + member,
                        "memberId",
                        member,
                        "termStart",
                        at.toString(),
                        "subscriptionId",
                        "sub_" + member);
    }

    /** A paid period ends and nothing follows it. */
    public Story leaves(String member) {
        return tell("member.membership.churned", "mbs_" + member, "memberId", member, "endedAt", at.toString());
    }

    /** A term of a subscription is paid, by the order {@code ord_<member>_<from>}. */
    public Story pays(String member, String verb, long amount, String currency, String period, String from, String to) {
        return tell(
                "billing.subscription." + verb,
                "sub_" + member,
                "subscriptionId",
                "sub_" + member,
                "memberId",
                member,
                "offerId",
                "off_1",
                "amountMinor",
                amount,
                "currency",
                currency,
                "period",
                period,
                "termStart",
                from,
                "termEnd",
                to,
                "orderId",
                "ord_" + member + "_" + from);
    }

    public Story publishes(String course) {
        return tell("course.course.published", course, "courseId", course, "publishedBy", "mem_owner");
    }

    public Story enrolls(String member, String course) {
        return tell(
                "course.enrollment.member-enrolled", "enr_" + member + course, "courseId", course, "memberId", member);
    }

    public Story completes(String member, String course) {
        return tell(
                "course.enrollment.course-completed",
                "enr_" + member + course,
                "courseId",
                course,
                "memberId",
                member,
                "lessonCount",
                3);
    }

    public Story reads(String member, String course) {
        return tell(
                "course.enrollment.lesson-read",
                "enr_" + member + course,
                "courseId",
                course,
                "memberId",
                member,
                "lessonId",
                "les_1");
    }

    public Story rates(String member, String course, int stars) {
        return tell(
                "course.rating.given",
                "rat_" + member + course,
                "courseId",
                course,
                "memberId",
                member,
                "stars",
                stars);
    }

    /** @param opens resources, such as {@code course:crs_1} */
    public Story buys(String member, String order, String... opens) {
        return tell(
                "billing.order.paid",
                order,
                "orderId",
                order,
                "memberId",
                member,
                "opens",
                List.of(opens),
                "paidAt",
                at.toString());
    }

    public Story refunds(String order) {
        return tell("billing.order.refunded", order, "orderId", order, "refundedAt", at.toString());
    }

    public Story says(String member) {
        return tell("community.message.posted", "chn_1", "channelId", "chn_1", "memberId", member, "body", "sealed");
    }

    public Story answers(String member, int score) {
        return tell("community.survey.answered", "srv_1", "surveyId", "srv_1", "memberId", member, "score", score);
    }

    /** {@link #answers} are to this survey. */
    public Story opensSurvey() {
        return tell("community.survey.opened", "srv_1", "surveyId", "srv_1", "question", "Would you recommend us?");
    }

    public Story closesSurvey() {
        return tell("community.survey.closed", "srv_1", "surveyId", "srv_1");
    }

    public Story role(String member, String role) {
        return tell("member.role.granted", "rol_" + member, "memberId", member, "role", role);
    }

    public Story withdraws(String member, String role) {
        return tell("member.role.withdrawn", "rol_" + member, "memberId", member, "role", role);
    }

    public List<Envelope> events() {
        return List.copyOf(events);
    }
}
