package io.guildhall.gateway.limit;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.VerboseResult;
import io.guildhall.gateway.limit.LimitProperties.Policy;
import io.guildhall.gateway.limit.LimitProperties.Window;
import java.time.Duration;
import org.springframework.http.HttpHeaders;

/**
 * What one request left of its caller's limit.
 *
 * <p>Shown as {@code RateLimit-Policy} (q: quota, w: window in seconds) and {@code RateLimit} (r: remaining, t: seconds
 * until the quota is whole again), after draft-ietf-httpapi-ratelimit-headers.
 */
record Spent(boolean allowed, Duration pause, String policies, String limits) {

    static Spent of(VerboseResult<ConsumptionProbe> result, String name, Policy policy) {
        ConsumptionProbe probe = result.getValue();
        long[] left = result.getDiagnostics().getAvailableTokensPerEachBandwidth();
        return new Spent(
                probe.isConsumed(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                policyOf(name, policy.sustained()) + ", " + policyOf(name + "-burst", policy.burst()),
                leftOf(name, policy.sustained(), left[0]) + ", " + leftOf(name + "-burst", policy.burst(), left[1]));
    }

    void show(HttpHeaders headers) {
        headers.set("RateLimit-Policy", policies);
        headers.set("RateLimit", limits);
    }

    private static String policyOf(String name, Window window) {
        return "\"" + name + "\";q=" + window.quota() + ";w=" + window.per().toSeconds();
    }

    private static String leftOf(String name, Window window, long left) {
        long remaining = Math.max(0, left);
        double missing = (double) (window.quota() - remaining) / window.quota();
        return "\"" + name + "\";r=" + remaining + ";t="
                + (long) Math.ceil(missing * window.per().toSeconds());
    }
}
