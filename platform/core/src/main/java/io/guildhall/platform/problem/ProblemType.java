package io.guildhall.platform.problem;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A kind of failure as clients know it: the last part of its type address, and its status. */
public record ProblemType(String name, int status) {

    public static final ProblemType MALFORMED_REQUEST = new ProblemType("malformed-request", 400);
    public static final ProblemType UNKNOWN_PROPERTY = new ProblemType("unknown-property", 400);
    public static final ProblemType AUTHENTICATION_REQUIRED = new ProblemType("authentication-required", 401);
    public static final ProblemType INVALID_TOKEN = new ProblemType("invalid-token", 401);
    public static final ProblemType FORBIDDEN = new ProblemType("forbidden", 403);
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", 404);
    public static final ProblemType METHOD_NOT_ALLOWED = new ProblemType("method-not-allowed", 405);
    public static final ProblemType NOT_ACCEPTABLE = new ProblemType("not-acceptable", 406);
    public static final ProblemType CONFLICT = new ProblemType("conflict", 409);
    public static final ProblemType IN_PROGRESS = new ProblemType("in-progress", 409);
    public static final ProblemType PAYLOAD_TOO_LARGE = new ProblemType("payload-too-large", 413);
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE = new ProblemType("unsupported-media-type", 415);
    public static final ProblemType VALIDATION_FAILED = new ProblemType("validation-failed", 422);
    public static final ProblemType IDEMPOTENCY_KEY_REUSE = new ProblemType("idempotency-key-reuse", 422);
    public static final ProblemType TOO_MANY_REQUESTS = new ProblemType("too-many-requests", 429);
    public static final ProblemType INTERNAL_ERROR = new ProblemType("internal-error", 500);
    public static final ProblemType DEPENDENCY_UNAVAILABLE = new ProblemType("dependency-unavailable", 503);

    public static final ProblemType LOG_SET_BACK = new ProblemType("log-set-back", 503);

    /** What any service may answer; of those with the same status the most general comes first. */
    static final List<ProblemType> COMMON = List.of(
            MALFORMED_REQUEST,
            UNKNOWN_PROPERTY,
            AUTHENTICATION_REQUIRED,
            INVALID_TOKEN,
            FORBIDDEN,
            NOT_FOUND,
            METHOD_NOT_ALLOWED,
            NOT_ACCEPTABLE,
            CONFLICT,
            IN_PROGRESS,
            PAYLOAD_TOO_LARGE,
            UNSUPPORTED_MEDIA_TYPE,
            VALIDATION_FAILED,
            IDEMPOTENCY_KEY_REUSE,
            TOO_MANY_REQUESTS,
            INTERNAL_ERROR,
            DEPENDENCY_UNAVAILABLE,
            LOG_SET_BACK);

    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    public static ProblemType of(Refusal refusal) {
        return new ProblemType(refusal.code(), refusal.kind().status());
    }

    /** The general problem of a status, for what has no name of its own. */
    public static ProblemType ofStatus(int status) {
        return COMMON.stream()
                .filter(type -> type.status() == status)
                .findFirst()
                .orElse(status >= 500 ? INTERNAL_ERROR : MALFORMED_REQUEST);
    }

    static String nameOf(Class<? extends Refusal> refusal) {
        return kebab(refusal.getSimpleName());
    }

    /** {@code LessonNotInCourse} becomes {@code lesson-not-in-course}. */
    static String kebab(String camelCase) {
        return WORD_START.matcher(camelCase).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
