package io.guildhall.gateway.caller;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.guildhall.gateway.caller.Caller.TokenHolder;
import io.guildhall.gateway.session.Standing;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who holds a bearer token, be it an access token or a personal one. Fails with BadJwtException for all others. */
@Component
class Bearers {

    private final AccessTokens accessTokens;
    private final PersonalAccessTokens personalAccessTokens;
    private final Standing standing;

    Bearers(AccessTokens accessTokens, PersonalAccessTokens personalAccessTokens, Standing standing) {
        this.accessTokens = accessTokens;
        this.personalAccessTokens = personalAccessTokens;
        this.standing = standing;
    }

    /** Whether an unknown token would cost member-service a question. */
    boolean costsAQuestion(String token) {
        return token.startsWith(PersonalAccessTokens.PREFIX) && !personalAccessTokens.isKnown(token);
    }

    Mono<TokenHolder> holder(String token) {
        if (token.startsWith(PersonalAccessTokens.PREFIX)) {
            return personalAccessTokens
                    .exchange(token)
                    .map(found -> found.orElseThrow(() -> new BadJwtException("unknown personal access token")))
                    .map(given -> exchanged(given.value()));
        }
        return accessTokens
                .check(token)
                .flatMap(this::stillStanding)
                .map(jwt -> holder(jwt.getSubject(), jwt.getClaimAsString("client_id"), token));
    }

    /** A token that belongs to a sign-in ends with it. */
    private Mono<Jwt> stillStanding(Jwt jwt) {
        if (!jwt.hasClaim("sid")) {
            return Mono.just(jwt);
        }
        return standing.of(jwt.getTokenValue()).map(stands -> {
            if (!stands) {
                throw new BadJwtException("session ended");
            }
            return jwt;
        });
    }

    /** Read without a check: member-service itself has just handed it over. */
    private static TokenHolder exchanged(String accessToken) {
        try {
            JWTClaimsSet claims = SignedJWT.parse(accessToken).getJWTClaimsSet();
            return holder(claims.getSubject(), claims.getStringClaim("client_id"), accessToken);
        } catch (ParseException e) {
            throw new IllegalStateException("member-service answered with a token that cannot be read", e);
        }
    }

    private static TokenHolder holder(@Nullable String subject, @Nullable String client, String accessToken) {
        String id = subject != null ? subject : client;
        if (id == null) {
            throw new BadJwtException("neither subject nor client");
        }
        return new TokenHolder(id, accessToken);
    }
}
