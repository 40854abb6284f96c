package io.guildhall.gateway.breaker;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.guildhall.gateway.problem.ProblemType;
import io.guildhall.gateway.problem.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/**
 * Guards the calls to each service: after repeated failures to answer, callers get an honest 503 at once, and every
 * two seconds a few calls try again. Any answer counts as success, also a refusal.
 */
@Component
public class Breakers {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final CircuitBreakerRegistry registry = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(50)
            .waitDurationInOpenState(PAUSE)
            .permittedNumberOfCallsInHalfOpenState(3)
            .recordException(Breakers::isNoAnswer)
            .ignoreException(error -> !isNoAnswer(error))
            .build());

    Breakers(MeterRegistry meters) {
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
    }

    /** The call, refused while the service is known to be silent; a failure to answer becomes a named problem. */
    public <T> Mono<T> guard(String service, Mono<T> call) {
        CircuitBreaker breaker = registry.circuitBreaker(service);
        return call.transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(CallNotPermittedException.class, open -> Refused.unavailable(service, open))
                .onErrorMap(Breakers::isTimeout, late -> Refused.as(ProblemType.DEPENDENCY_TIMEOUT, service))
                .onErrorMap(Breakers::isNoAnswer, silent -> Refused.unavailable(service, silent));
    }

    private static boolean isNoAnswer(Throwable error) {
        return error instanceof IOException || error instanceof WebClientRequestException || isTimeout(error);
    }

    private static boolean isTimeout(Throwable error) {
        return error instanceof TimeoutException
                || error instanceof ResponseStatusException status
                        && status.getStatusCode().value() == 504;
    }
}
