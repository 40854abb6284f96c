package io.guildhall.gateway.door;

import io.guildhall.gateway.problem.ProblemType;
import io.guildhall.gateway.problem.Refused;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** What happens to every request, in this order: answer headers, well-formedness, who calls, how often, how much. */
@Component
@Order(-100)
class FrontDoor implements WebFilter {

    /** As handlers see it: a name in disguise is none. */
    private static final PathPattern ACTUATOR = PathPatternParser.defaultInstance.parse("/actuator/**");

    private final ManagementPort managementPort;
    private final AnswerHeaders answerHeaders;
    private final Admission admission;
    private final BodyLimit bodyLimit;
    private final StrictServerWebExchangeFirewall firewall = new StrictServerWebExchangeFirewall();

    FrontDoor(ManagementPort managementPort, AnswerHeaders answerHeaders, Admission admission, BodyLimit bodyLimit) {
        this.managementPort = managementPort;
        this.answerHeaders = answerHeaders;
        this.admission = admission;
        this.bodyLimit = bodyLimit;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (managementPort.received(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        answerHeaders.promise(exchange);
        return Mono.fromRunnable(() -> refuseWhatIsNeverServed(exchange.getRequest()))
                .then(firewall.getFirewalledExchange(exchange))
                .flatMap(checked -> admission
                        .of(checked)
                        .doOnNext(caller -> caller.enter(checked))
                        .thenReturn(checked))
                .flatMap(checked -> chain.filter(bodyLimit.on(checked)));
    }

    private static void refuseWhatIsNeverServed(ServerHttpRequest request) {
        if (request.getMethod().equals(HttpMethod.TRACE)) {
            throw Refused.as(ProblemType.METHOD_NOT_ALLOWED);
        }
        if (ACTUATOR.matches(request.getPath().pathWithinApplication())) {
            throw Refused.as(ProblemType.NOT_FOUND);
        }
    }
}
