package io.guildhall.gateway.breaker;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.guildhall.gateway.problem.ProblemType;
import io.guildhall.gateway.problem.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How many requests each service works on at once, by this gateway. What comes beyond is refused at once: in a line that
 * only grows everybody is served too late. A place is free again when the service has begun to answer.
 */
@Component
public class Places {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final BulkheadRegistry registry;

    Places(@Value("${guildhall.gateway.places}") int places, MeterRegistry meters) {
        registry = BulkheadRegistry.of(BulkheadConfig.custom()
                .maxConcurrentCalls(places)
                .maxWaitDuration(Duration.ZERO)
                .build());
        TaggedBulkheadMetrics.ofBulkheadRegistry(registry).bindTo(meters);
    }

    /** The call, refused before it is made where the service has no place for it. */
    public <T> Mono<T> in(String service, Mono<T> call) {
        return call.transformDeferred(BulkheadOperator.of(registry.bulkhead(service)))
                .onErrorMap(BulkheadFullException.class, full -> Refused.until(PAUSE, ProblemType.OVERLOADED, service));
    }
}
