package io.guildhall.load;

import static io.guildhall.load.Requests.answer;
import static io.guildhall.load.Requests.rest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.load.LearningCheck.Learned;
import io.guildhall.load.Requests.Caller;
import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import io.guildhall.local.demo.DemoCourse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;

/** Members for whom one course after the other is written and opened, and who complete it lesson by lesson. */
final class LearningLoad {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** A learner in a course, and the lessons that he asked to complete and was told are completed. */
    private record Taken(
            GuildhallClient learner,
            String memberId,
            String course,
            List<String> lessons,
            Set<String> asked,
            Set<String> told) {}

    private final LocalStack stack;
    private final Requests requests;
    private final Hall hall;
    private final Caller owner;
    private final Queue<Taken> taken = new ConcurrentLinkedQueue<>();

    /**
     * @param hall in which a course was published, so that course-service has heard who owns it
     * @param learners signed in; each takes one course after the other
     */
    LearningLoad(LocalStack stack, Requests requests, Callers callers, Hall hall, List<GuildhallClient> learners) {
        this.stack = stack;
        this.requests = requests;
        this.hall = hall;
        this.owner = Caller.of(stack.owner());
        for (GuildhallClient learner : learners) {
            var caller = Caller.of(learner);
            callers.start("learner-" + caller.memberId(), () -> learn(caller, learner));
        }
    }

    private void learn(Caller caller, GuildhallClient learner) {
        requests.post(owner, hall.path() + "/courses", DemoCourse.draft().body())
                .map(drafted -> drafted.text("courseId"))
                .filter(this::publish)
                .filter(course -> open(caller, course))
                .ifPresent(course -> take(caller, learner, course));
        rest();
    }

    private boolean publish(String course) {
        String path = hall.path() + "/courses/" + course;
        return List.of("submission", "approval", "publication").stream()
                .allMatch(step -> requests.post(owner, path + "/" + step, null).isPresent());
    }

    private boolean open(Caller caller, String course) {
        var grant = Map.of("memberId", caller.memberId(), "resource", "course:" + course, "reason", "A scholarship");
        return requests.post(owner, hall.path() + "/grants", grant).isPresent();
    }

    private void take(Caller caller, GuildhallClient learner, String course) {
        String path = hall.path() + "/courses/" + course;
        List<String> lessons = await().atMost(PATIENCE)
                .until(() -> answer(() -> learner.get(path), 200, 404), Optional::isPresent)
                .orElseThrow()
                .json()
                .path("lessons")
                .valueStream()
                .map(lesson -> lesson.path("lessonId").asString())
                .toList();
        String last = path + "/lessons/" + lessons.getLast();
        await().atMost(PATIENCE)
                .until(() -> answer(() -> learner.get(last), 200, 403, 404).isPresent());
        Set<String> asked = ConcurrentHashMap.newKeySet();
        Set<String> told = ConcurrentHashMap.newKeySet();
        taken.add(new Taken(learner, caller.memberId(), course, lessons, asked, told));
        for (String lesson : lessons) {
            asked.add(lesson);
            requests.post(caller, path + "/lessons/" + lesson + "/completion", null)
                    .ifPresent(_ -> told.add(lesson));
            rest();
        }
    }

    /** Each lesson that was told is completed once, in the log and for its learner; so is each course. */
    void settles() {
        List<LoggedFact> facts = LoggedFact.of(stack, "course", hall.id());
        assertThat(taken.stream()
                        .flatMap(each -> LearningCheck.findings(learned(each, facts)).stream())
                        .toList())
                .isEmpty();
    }

    private Learned learned(Taken of, List<LoggedFact> facts) {
        List<LoggedFact> his = facts.stream()
                .filter(fact -> fact.text("memberId").equals(of.memberId()))
                .filter(fact -> fact.text("courseId").equals(of.course()))
                .toList();
        JsonNode progress = answer(() -> of.learner().get(hall.path() + "/courses/" + of.course() + "/progress"), 200)
                .map(Reply::json)
                .orElseThrow();
        return new Learned(
                of.memberId(),
                of.course(),
                of.lessons(),
                of.told(),
                of.asked(),
                progress.path("completedLessonIds")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList(),
                !progress.path("completedAt").asString("").isEmpty(),
                his.stream()
                        .filter(fact -> fact.name().equals("course.enrollment.lesson-completed"))
                        .map(fact -> fact.text("lessonId"))
                        .toList(),
                his.stream()
                        .filter(fact -> fact.name().equals("course.enrollment.course-completed"))
                        .count());
    }
}
