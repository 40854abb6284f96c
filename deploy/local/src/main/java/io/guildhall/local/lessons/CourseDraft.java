package io.guildhall.local.lessons;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import java.util.List;
import java.util.Map;

/** A course as it is sent: one request, so that there is the whole draft or none. */
public record CourseDraft(String title, String summary, String language, List<Lesson> lessons) {

    /** @param key repeats of the request with it make one course */
    public Reply send(GuildhallClient author, String communityId, String key) {
        return author.post("/api/communities/" + communityId + "/courses", body(), "Idempotency-Key", key);
    }

    /** The body of the request. */
    public Map<String, Object> body() {
        return Map.of(
                "title",
                title,
                "summary",
                summary,
                "language",
                language,
                "lessons",
                lessons.stream()
                        .map(lesson -> Map.of("title", lesson.title(), "markdown", lesson.markdown()))
                        .toList());
    }
}
