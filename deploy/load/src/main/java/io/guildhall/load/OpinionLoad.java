package io.guildhall.load;

import static io.guildhall.load.Requests.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.load.Requests.Caller;
import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Members who rate a course and answer a survey, and change their mind again and again. */
final class OpinionLoad {

    private static final int MOST = 5;
    private static final Duration PACE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Requests requests;
    private final Hall hall;
    private final String course;
    private final String survey;
    private final Queue<Mind> minds = new ConcurrentLinkedQueue<>();

    /**
     * @param course which is published in the hall
     * @param members signed in; they begin the course
     */
    OpinionLoad(Requests requests, Callers callers, Hall hall, String course, List<GuildhallClient> members) {
        this.requests = requests;
        this.hall = hall;
        this.course = course;
        this.survey = hall.stack()
                .owner()
                .post(hall.path() + "/surveys", Map.of("question", "Do you like it here?"))
                .expect(201)
                .text("surveyId");
        for (GuildhallClient member : members) {
            var mind = new Mind(member, Caller.of(member));
            hall.grant(mind.caller.memberId(), "course:" + course);
            mind.beginCourse();
            minds.add(mind);
            callers.start("critic-" + mind.caller.memberId(), mind::change);
        }
    }

    /** Who thinks something, and what he was told is noted of it; null while nobody knows. */
    private final class Mind {

        private final GuildhallClient member;
        private final Caller caller;
        private int changes;
        private @Nullable Integer stars;
        private @Nullable Integer score;

        private Mind(GuildhallClient member, Caller caller) {
            this.member = member;
            this.caller = caller;
        }

        /** Only who has begun may rate; each service hears of the grant by itself. */
        private void beginCourse() {
            String first = await().atMost(PATIENCE)
                    .until(() -> member.get(coursePath()), Reply::ok)
                    .json()
                    .path("lessons")
                    .path(0)
                    .path("lessonId")
                    .asString();
            await().atMost(PATIENCE)
                    .until(() -> member.post(coursePath() + "/lessons/" + first + "/completion", null)
                            .ok());
            await().atMost(PATIENCE).until(() -> rate(MOST).ok() && reply(MOST).ok());
        }

        private Reply rate(int many) {
            return member.send("PUT", coursePath() + "/ratings/mine", Map.of("stars", many));
        }

        private Reply reply(int many) {
            return member.send("PUT", surveyPath() + "/answer", Map.of("score", many));
        }

        private synchronized void change() {
            int next = changes++ % MOST + 1; // never what it was: that would be no event
            stars = requests.send(
                                    caller,
                                    "PUT",
                                    coursePath() + "/ratings/mine",
                                    "rating",
                                    Map.of("stars", next, "comment", "On second thought: " + changes))
                            .isPresent()
                    ? next
                    : null;
            score = requests.send(caller, "PUT", surveyPath() + "/answer", "answer", Map.of("score", next))
                            .isPresent()
                    ? next
                    : null;
            Requests.rest(PACE);
        }

        private synchronized void isShown(Map<Integer, Long> scores) {
            if (stars != null) {
                assertThat(answer(() -> member.get(coursePath() + "/ratings/mine"), 200)
                                .orElseThrow()
                                .json()
                                .path("stars")
                                .asInt())
                        .isEqualTo(stars);
            }
            if (score != null) {
                assertThat(scores.getOrDefault(score, 0L)).isPositive();
            }
        }
    }

    /** Each opinion is shown as its holder was told last, and each member is counted once. */
    void settles() {
        var results = hall.stack()
                .owner()
                .get(surveyPath() + "/results")
                .expect(200)
                .json()
                .path("scores");
        Map<Integer, Long> scores = new HashMap<>();
        results.properties()
                .forEach(each -> scores.put(
                        Integer.valueOf(each.getKey()), each.getValue().asLong()));
        assertThat(scores.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(minds.size());
        minds.forEach(mind -> mind.isShown(scores));
    }

    private String coursePath() {
        return hall.path() + "/courses/" + course;
    }

    private String surveyPath() {
        return hall.path() + "/surveys/" + survey;
    }
}
