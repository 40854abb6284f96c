package io.guildhall.platform.security;

import io.guildhall.platform.problem.ProblemType;
import io.guildhall.platform.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Answers who may not come in, with the same problem bodies as everything else, and logs it for those who watch. */
final class Denials implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger LOG = LoggerFactory.getLogger("io.guildhall.security");

    private final Problems problems;

    Denials(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        if (Authorization.target(request) instanceof Endpoints.Target.Nothing) {
            problems.answer(ProblemType.NOT_FOUND, request, response);
        } else if (exception instanceof OAuth2AuthenticationException token) {
            log("authn.fail", request)
                    .addKeyValue("reason", token.getMessage())
                    .log("authn.fail: {}", token.getMessage());
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            problems.answer(ProblemType.INVALID_TOKEN, request, response);
        } else {
            log("authn.missing", request).log("authn.missing");
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.answer(ProblemType.AUTHENTICATION_REQUIRED, request, response);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
            throws IOException {
        switch (Authorization.target(request)) {
            case Endpoints.Target.Ours endpoint -> {
                String subject = Actor.find().map(Actor::id).orElse("");
                log("authz.deny", request)
                        .addKeyValue("subject", subject)
                        .addKeyValue("operation", endpoint.operation())
                        .addKeyValue("rule", endpoint.rule())
                        .log("authz.deny: {} may not {} ({})", subject, endpoint.operation(), endpoint.rule());
                problems.answer(ProblemType.FORBIDDEN, request, response);
            }
            case null, default -> problems.answer(ProblemType.NOT_FOUND, request, response);
        }
    }

    private static org.slf4j.spi.LoggingEventBuilder log(String event, HttpServletRequest request) {
        return LOG.atInfo()
                .addKeyValue("event", event)
                .addKeyValue("method", request.getMethod())
                .addKeyValue("path", request.getRequestURI());
    }
}
