package io.guildhall.course.access;

import io.guildhall.platform.problem.Refusal;
import java.util.List;
import java.util.Map;

/** The member may not open this: says why, and what would open it, and nothing of what it holds. */
public final class EntitlementRequired extends Refusal {

    private final transient Decision decision;
    private final transient List<String> opens;

    public EntitlementRequired(Decision decision, String courseId) {
        super(Kind.FORBIDDEN);
        this.decision = decision;
        this.opens = CourseResource.opening(courseId);
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("reason", decision.text(), "opens", opens);
    }
}
