package io.guildhall.platform.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The issuer's public keys, fetched when the first token comes and then kept: for hours if the issuer is away.
 *
 * <p>A token with an unknown key makes us look again, at most about once a second, whoever sends it.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration KEPT_IN_OUTAGE = Duration.ofHours(4);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int LARGEST_ANSWER = 64 * 1024;

    private final JWKSource<SecurityContext> source;
    private volatile boolean known;

    IssuerKeys(URI address) {
        int patience = (int) PATIENCE.toMillis();
        this.source = JWKSourceBuilder.<SecurityContext>create(
                        url(address), new DefaultResourceRetriever(patience, patience, LARGEST_ANSWER))
                .cache(FRESH.toMillis(), PATIENCE.multipliedBy(2).toMillis())
                .refreshAheadCache(false)
                .rateLimited(BETWEEN_LOOKS.toMillis())
                .outageTolerant(KEPT_IN_OUTAGE.toMillis())
                .build();
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
        try {
            List<JWK> keys = source.get(selector, context);
            known = true;
            return keys;
        } catch (RateLimitReachedException tooOften) {
            if (known) {
                return List.of();
            }
            throw tooOften;
        }
    }

    private static java.net.URL url(URI address) {
        try {
            return address.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("guildhall.jwk-set-uri: " + address, e);
        }
    }
}
