package io.guildhall.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.guildhall.gateway.limit.LimitProperties.Policy;
import io.guildhall.gateway.limit.LimitProperties.Window;
import io.guildhall.gateway.problem.ProblemType;
import io.guildhall.gateway.problem.Refused;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Counts the requests of each caller, per gateway instance, and refuses those above the limit.
 *
 * <p>At most 100,000 callers are remembered, the latest ones.
 */
@Component
public class Limits {

    private final LimitProperties properties;
    private final ClientAddress addresses;
    private final Cache<String, Bucket> buckets;

    Limits(LimitProperties properties, ClientAddress addresses) {
        this.properties = properties;
        this.addresses = addresses;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(Duration.ofMinutes(15))
                .build();
    }

    public void spendAnonymous(ServerWebExchange exchange) {
        spend(exchange, "anonymous", addresses.counted(exchange.getRequest()), properties.anonymous());
    }

    /** @param id of the member or the client */
    public void spendSignedIn(ServerWebExchange exchange, String id) {
        spend(exchange, "signed-in", id, properties.signedIn());
    }

    public void spendEntry(ServerWebExchange exchange) {
        spend(exchange, "entry", addresses.counted(exchange.getRequest()), properties.entry());
    }

    private void spend(ServerWebExchange exchange, String name, String caller, Policy policy) {
        Bucket bucket = buckets.get(name + ' ' + caller, key -> bucket(policy));
        Spent spent = Spent.of(bucket.asVerbose().tryConsumeAndReturnRemaining(1), name, policy);
        spent.show(exchange.getResponse().getHeaders());
        if (!spent.allowed()) {
            throw Refused.until(spent.pause(), ProblemType.TOO_MANY_REQUESTS, name);
        }
    }

    private static Bucket bucket(Policy policy) {
        return Bucket.builder()
                .addLimit(bandwidth(policy.sustained()))
                .addLimit(bandwidth(policy.burst()))
                .build();
    }

    private static Bandwidth bandwidth(Window window) {
        return Bandwidth.builder()
                .capacity(window.quota())
                .refillGreedy(window.quota(), window.per())
                .build();
    }
}
