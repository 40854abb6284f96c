package io.guildhall.local.demo;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import io.guildhall.local.lessons.CourseDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Founds communities and fills them, as their owner does; each step is a command and may be repeated. */
public final class Founding {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BETWEEN_TRIES_MILLIS = 500;
    private static final List<String> COURSE_STEPS = List.of("submission", "approval", "publication");

    private final GuildhallClient owner;
    private final Making making;

    public Founding(GuildhallClient owner, Making making) {
        this.owner = owner;
        this.making = making;
    }

    /** @param prefix of the steps' names, which sets one community apart from another */
    public String community(String prefix, String name, String description, String language) {
        Map<String, String> body = Map.of("name", name, "description", description, "language", language);
        return once(prefix + "community", "/api/communities", body, "communityId");
    }

    /** Drafts the course, and has it go the whole way. */
    public String course(String prefix, String community, CourseDraft draft) {
        String courses = path(community) + "/courses";
        String course = once(prefix + "course", courses, draft.body(), "courseId");
        for (String step : COURSE_STEPS) {
            String key = prefix + step;
            making.once(
                    key,
                    () -> heard(courses + "/" + course + "/" + step, null, key)
                            .header("Guildhall-Position")
                            .orElse("done"));
        }
        return course;
    }

    /** Sends the command unless it was done, and keeps an id out of its answer. */
    public String once(String step, String path, Object body, String id) {
        return making.once(step, () -> heard(path, body, step).text(id));
    }

    public static String path(String community) {
        return "/api/communities/" + community;
    }

    /** A service may hear of the owner's role only after the community is founded: 403 and 404 pass. */
    private Reply heard(String path, @Nullable Object body, String step) {
        Supplier<Reply> command = () -> owner.post(path, body, "Idempotency-Key", making.key(step));
        Instant latest = Instant.now().plus(PATIENCE);
        Reply reply = command.get();
        while ((reply.status() == 403 || reply.status() == 404) && Instant.now().isBefore(latest)) {
            pause();
            reply = command.get();
        }
        return reply.expect(200, 201, 202, 204);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
