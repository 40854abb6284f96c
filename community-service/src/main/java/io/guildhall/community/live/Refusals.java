package io.guildhall.community.live;

import com.mongodb.MongoException;
import io.guildhall.community.live.ServerFrame.Problem;
import io.guildhall.platform.log.LogSetBack;
import io.guildhall.platform.log.StoreUnavailable;
import io.guildhall.platform.problem.ProblemTexts;
import io.guildhall.platform.problem.ProblemType;
import io.guildhall.platform.problem.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says of a refused frame what a refused request would be told, in the language of the connection. */
@Component
class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final ProblemTexts texts;

    Refusals(ProblemTexts texts) {
        this.texts = texts;
    }

    /** @param frame {@code null} when it could not be read */
    Problem of(RuntimeException failure, @Nullable ClientFrame frame, Locale locale) {
        return switch (cause(failure)) {
            case Refusal refusal ->
                problem(ProblemType.of(refusal), refusal.arguments(), refusal.extensions(), frame, locale);
            case BadFrame bad ->
                problem(
                        ProblemType.VALIDATION_FAILED,
                        List.of(),
                        Map.of("errors", List.of(Map.of("pointer", bad.pointer(), "code", bad.code()))),
                        frame,
                        locale);
            case UnrecognizedPropertyException unknown ->
                problem(ProblemType.UNKNOWN_PROPERTY, List.of(unknown.getPropertyName()), Map.of(), frame, locale);
            case JacksonException _ -> problem(ProblemType.MALFORMED_REQUEST, List.of(), Map.of(), frame, locale);
            case LogSetBack _ -> problem(ProblemType.LOG_SET_BACK, List.of(), Map.of(), frame, locale);
            case StoreUnavailable _, MongoException _, DataAccessResourceFailureException _ ->
                problem(ProblemType.DEPENDENCY_UNAVAILABLE, List.of(), Map.of(), frame, locale);
            case RuntimeException unforeseen -> {
                LOG.error("A frame could not be answered", unforeseen);
                yield problem(ProblemType.INTERNAL_ERROR, List.of(), Map.of(), frame, locale);
            }
        };
    }

    private Problem problem(
            ProblemType type,
            List<Object> arguments,
            Map<String, Object> more,
            @Nullable ClientFrame frame,
            Locale locale) {
        return new Problem(
                type.name(),
                type.status(),
                texts.title(type.name(), locale),
                texts.detail(type.name(), locale, arguments),
                frame == null ? null : frame.channel(),
                frame instanceof ClientFrame.Send send ? send.localId() : null,
                switch (frame) {
                    case ClientFrame.Edit edit -> edit.messageId();
                    case ClientFrame.Delete delete -> delete.messageId();
                    case ClientFrame.React react -> react.messageId();
                    case ClientFrame.Unreact unreact -> unreact.messageId();
                    case null, default -> null;
                },
                more.isEmpty() ? null : more);
    }

    /** A frame that refuses itself does so inside of what reads it. */
    private static RuntimeException cause(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadFrame bad) {
                return bad;
            }
        }
        return failure;
    }
}
