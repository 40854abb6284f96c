package io.guildhall.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.databind.json.JsonMapper;

/** Answers failures: one problem body (RFC 9457) for all that can go wrong, wherever it does. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final String ANSWERED = Problems.class.getName();

    private final ProblemTexts texts;
    private final JsonMapper json;

    Problems(ProblemTexts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    /** Answers what this exception means to a client; what nobody foresaw is logged once as ERROR with the trace id. */
    public void answer(Throwable exception, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (DisconnectedClientHelper.isClientDisconnectedException(exception)) {
            LOG.debug("The client went away", exception);
            return;
        }
        Failure failure = Failures.of(exception);
        log(failure, exception, request);
        answer(failure, request, response);
    }

    /** @param arguments fill the placeholders of the problem's texts */
    public void answer(ProblemType type, HttpServletRequest request, HttpServletResponse response, Object... arguments)
            throws IOException {
        answer(Failure.of(type, arguments), request, response);
    }

    /** The problem that a request was answered with. */
    public static Optional<ProblemType> answered(HttpServletRequest request) {
        return Optional.ofNullable((ProblemType) request.getAttribute(ANSWERED));
    }

    private void answer(Failure failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            LOG.debug("Too late to answer {}", failure.type().name());
            return;
        }
        request.setAttribute(ANSWERED, failure.type());
        Locale locale = Languages.of(request);
        response.resetBuffer();
        failure.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.setStatus(failure.type().status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
        byte[] body = json.writeValueAsBytes(body(failure, request, locale));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private Map<String, Object> body(Failure failure, HttpServletRequest request, Locale locale) {
        String name = failure.type().name();
        List<FieldError> errors = failure.errors().apply(texts, locale);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/problems/" + name);
        body.put("title", texts.title(name, locale));
        body.put("status", failure.type().status());
        body.put("detail", texts.detail(name, locale, failure.arguments()));
        body.put("instance", String.valueOf(request.getRequestURI()));
        body.put("code", name);
        body.put("traceId", TraceId.of(request));
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        failure.extensions().forEach(body::putIfAbsent);
        return body;
    }

    private static void log(Failure failure, Throwable exception, HttpServletRequest request) {
        if (failure.type().equals(ProblemType.INTERNAL_ERROR)) {
            LOG.error(
                    "{} {} failed, trace {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    TraceId.of(request),
                    exception);
        } else if (failure.type().status() >= 500) {
            LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), exception.toString());
        }
    }
}
