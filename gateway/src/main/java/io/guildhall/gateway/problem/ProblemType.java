package io.guildhall.gateway.problem;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Every problem that the gateway itself can answer with; services have their own. */
public enum ProblemType {
    MALFORMED_REQUEST(400),
    AUTHENTICATION_REQUIRED(401),
    INVALID_TOKEN(401),
    CSRF(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    PAYLOAD_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    TOO_MANY_REQUESTS(429),
    INTERNAL_ERROR(500),
    DEPENDENCY_UNAVAILABLE(503),
    OVERLOADED(503),
    DEPENDENCY_TIMEOUT(504);

    private final int status;

    ProblemType(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** The name in URLs and texts, such as {@code not-found}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ProblemType> ofStatus(int status) {
        return Stream.of(values())
                .filter(type -> type.status == status && type != INVALID_TOKEN)
                .findFirst();
    }
}
