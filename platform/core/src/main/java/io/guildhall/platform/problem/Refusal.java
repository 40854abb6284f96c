package io.guildhall.platform.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Base of every named business refusal: one class per rule, and the class name is what the client matches on.
 *
 * <p>{@code LessonNotInCourse} is answered as {@code /problems/lesson-not-in-course}. Its texts stand in the service's
 * {@code problems.properties} and {@code problems_zh_CN.properties} under {@code lesson-not-in-course.title} and
 * {@code .detail}, where {@code {0}}, {@code {1}} are the arguments given to the constructor. Texts are message
 * formats: an apostrophe is written twice. Arguments are shown to the client, so none may be a secret.
 */
public abstract class Refusal extends RuntimeException {

    /** What sort of refusal this is, and so which status answers it. */
    public enum Kind {
        UNAUTHORIZED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        PRECONDITION_FAILED(412),
        UNPROCESSABLE(422),
        TOO_MANY_REQUESTS(429),
        /** In a moment it may be answered; the client is told when to come back. */
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final transient Object[] arguments;

    protected Refusal(Kind kind, Object... arguments) {
        super(null, null, false, false);
        this.kind = kind;
        this.arguments = arguments.clone();
    }

    public final Kind kind() {
        return kind;
    }

    /** The problem's name, derived from the class name. */
    public final String code() {
        return ProblemType.nameOf(getClass());
    }

    public final List<Object> arguments() {
        return List.of(arguments);
    }

    /** Members that the problem body gets besides the usual ones; names must not collide with those. */
    public Map<String, Object> extensions() {
        return Map.of();
    }

    @Override
    public String getMessage() {
        return code() + Arrays.toString(arguments);
    }
}
