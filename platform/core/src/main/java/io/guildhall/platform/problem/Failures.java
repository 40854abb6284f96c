package io.guildhall.platform.problem;

import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import io.guildhall.platform.log.CommitTooLarge;
import io.guildhall.platform.log.LogSetBack;
import io.guildhall.platform.log.StoreUnavailable;
import io.guildhall.platform.publish.PublishFailed;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** Says of any exception what the client is told; what is not known here is a bug of ours. */
final class Failures {

    /** Seconds after which a client may ask again when something that we need is away. */
    private static final String SOON = "2";

    private Failures() {}

    /** The exception or what caused it: command bus, driver and JSON reader wrap what they pass on. */
    static Failure of(Throwable exception) {
        Throwable cause = exception;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            Failure known = known(cause);
            if (known != null) {
                return known;
            }
            cause = cause.getCause();
        }
        return Failure.of(ProblemType.INTERNAL_ERROR);
    }

    private static @Nullable Failure known(Throwable cause) {
        return switch (cause) {
            case Refusal refusal when refusal.kind() == Refusal.Kind.UNAVAILABLE -> soon(Failure.of(refusal));
            case Refusal refusal -> Failure.of(refusal);
            case BadField field -> field.failure();
            case BodyTooLarge tooLarge -> Failure.of(ProblemType.PAYLOAD_TOO_LARGE);
            case CommitTooLarge tooLarge -> Failure.of(ProblemType.PAYLOAD_TOO_LARGE);
            case LogSetBack back -> soon(Failure.of(ProblemType.LOG_SET_BACK));
            case StoreUnavailable away -> unavailable();
            case PublishFailed away -> unavailable();
            case ConcurrencyException lost -> Failure.of(ProblemType.CONFLICT);
            case AggregateNotFoundException missing -> Failure.of(ProblemType.NOT_FOUND);
            case MongoTimeoutException away -> unavailable();
            case MongoSocketException away -> unavailable();
            case MongoNotPrimaryException away -> unavailable();
            case MongoNodeIsRecoveringException away -> unavailable();
            case DataAccessResourceFailureException away -> unavailable();
            case AuthenticationServiceException away -> unavailable();
            case OAuth2AuthenticationException token -> Failure.of(ProblemType.INVALID_TOKEN);
            case AuthenticationException unknown -> Failure.of(ProblemType.AUTHENTICATION_REQUIRED);
            case AccessDeniedException denied -> Failure.of(ProblemType.FORBIDDEN);
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case MethodArgumentNotValidException invalid -> Invalid.body(invalid.getBindingResult());
            case HandlerMethodValidationException invalid
            when !invalid.isForReturnValue() -> Invalid.parameters(invalid);
            case MethodArgumentTypeMismatchException mismatch -> ofParameter(mismatch.getName(), "invalid-format");
            case MissingServletRequestParameterException missing -> ofParameter(missing.getParameterName(), "required");
            case MissingRequestHeaderException missing -> ofParameter(missing.getHeaderName(), "required");
            case ErrorResponse response -> ofStatus(response, cause);
            default -> null;
        };
    }

    private static Failure unavailable() {
        return soon(Failure.of(ProblemType.DEPENDENCY_UNAVAILABLE));
    }

    private static Failure soon(Failure failure) {
        return failure.with(HttpHeaders.RETRY_AFTER, SOON);
    }

    private static Failure ofParameter(String name, String code) {
        return Failure.ofField(ProblemType.VALIDATION_FAILED, "/" + name, code);
    }

    /** A refusal from a record's own constructor and a body that grew too long show up while JSON is read. */
    private static Failure unreadable(HttpMessageNotReadableException exception) {
        if (exception.getCause() == null) {
            return Failure.of(ProblemType.MALFORMED_REQUEST);
        }
        Failure deeper = of(exception.getCause());
        if (!deeper.type().equals(ProblemType.INTERNAL_ERROR)) {
            return deeper;
        }
        return exception.getCause() instanceof JacksonException json
                ? Unreadable.of(json)
                : Failure.of(ProblemType.MALFORMED_REQUEST);
    }

    private static @Nullable Failure ofStatus(ErrorResponse response, Throwable cause) {
        int status = response.getStatusCode().value();
        if (status >= 500 && status != 503) {
            return null;
        }
        Object[] arguments = cause instanceof HttpRequestMethodNotSupportedException method
                ? new Object[] {method.getMethod()}
                : new Object[0];
        return Failure.of(ProblemType.ofStatus(status), arguments).with(response.getHeaders());
    }
}
