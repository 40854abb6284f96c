package io.guildhall.gateway.problem;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Turns whatever went wrong in the gateway into a problem answer; what nobody foresaw is logged with its trace. */
@Component
@Order(-2)
class ProblemHandler implements WebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private final ProblemTexts texts;
    private final JsonMapper json;

    ProblemHandler(ProblemTexts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        Refused refused = named(error);
        Trace trace = Trace.of(exchange);
        if (refused.type() == ProblemType.INTERNAL_ERROR) {
            LOG.atError().setCause(error).addKeyValue("trace.id", trace.id()).log("Unforeseen failure");
        }
        Problem problem = Problem.of(
                refused,
                texts,
                Language.of(exchange.getRequest()),
                exchange.getRequest().getPath().value(),
                trace.id());
        exchange.getResponse().setStatusCode(HttpStatusCode.valueOf(problem.status()));
        setHeaders(exchange.getResponse().getHeaders(), refused, error);
        byte[] body = json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
        DataBuffer buffer = exchange.getResponse().bufferFactory().wrap(body);
        return exchange.getResponse().writeWith(Mono.just(buffer));
    }

    private static Refused named(Throwable error) {
        return switch (error) {
            case Refused refused -> refused;
            case ServerExchangeRejectedException rejected -> Refused.as(ProblemType.MALFORMED_REQUEST);
            case ResponseStatusException status ->
                Refused.as(ProblemType.ofStatus(status.getStatusCode().value())
                        .orElse(
                                status.getStatusCode().is4xxClientError()
                                        ? ProblemType.MALFORMED_REQUEST
                                        : ProblemType.INTERNAL_ERROR));
            default -> Refused.as(ProblemType.INTERNAL_ERROR);
        };
    }

    private static void setHeaders(HttpHeaders headers, Refused refused, Throwable error) {
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        Duration retryAfter = refused.retryAfter();
        if (retryAfter != null) {
            headers.set(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, retryAfter.plusMillis(999).toSeconds())));
        }
        if (refused.type() == ProblemType.INVALID_TOKEN) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        } else if (refused.type().status() == 401) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (error instanceof MethodNotAllowedException method) {
            headers.setAllow(method.getSupportedMethods());
        }
    }
}
