package io.guildhall.gateway.page;

import io.guildhall.gateway.problem.ProblemType;
import io.guildhall.gateway.problem.Refused;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Shows somebody whose browser asked for an address that is nowhere a page that says so; programs get a problem. */
@Component
@Order(-3)
class Nowhere implements WebExceptionHandler {

    private final WebUi ui;

    Nowhere(WebUi ui) {
        this.ui = ui;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted() || !isNowhere(error) || !asksForAPage(exchange.getRequest()) || !ui.built()) {
            return Mono.error(error);
        }
        response.setStatusCode(HttpStatus.NOT_FOUND);
        response.getHeaders().setContentType(WebUi.HTML);
        return response.writeWith(ui.document(response.bufferFactory()));
    }

    private static boolean isNowhere(Throwable error) {
        return error instanceof ResponseStatusException status && status.getStatusCode() == HttpStatus.NOT_FOUND
                || error instanceof Refused refused && refused.type() == ProblemType.NOT_FOUND;
    }

    private static boolean asksForAPage(ServerHttpRequest request) {
        String accepted = request.getHeaders().getFirst(HttpHeaders.ACCEPT);
        return request.getMethod() == HttpMethod.GET
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && !request.getPath().value().startsWith("/api/");
    }
}
