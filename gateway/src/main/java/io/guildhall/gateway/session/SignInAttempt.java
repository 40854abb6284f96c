package io.guildhall.gateway.session;

import io.guildhall.gateway.problem.ProblemType;
import io.guildhall.gateway.problem.Refused;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/** What must be remembered between leaving for the sign-in page and coming back with a code. */
record SignInAttempt(String state, String nonce, String verifier, String returnTo, long until) {

    static final Duration LONGEST = Duration.ofMinutes(10);

    static SignInAttempt of(OAuth2AuthorizationRequest request, ReturnPath returnTo, Instant now) {
        return new SignInAttempt(
                text(request.getState()),
                text(request.getAttribute(OidcParameterNames.NONCE)),
                text(request.getAttribute(PkceParameterNames.CODE_VERIFIER)),
                returnTo.value(),
                now.plus(LONGEST).getEpochSecond());
    }

    boolean isAnsweredBy(String givenState, Instant now) {
        return state.equals(givenState) && now.getEpochSecond() < until;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw Refused.as(ProblemType.INTERNAL_ERROR);
    }
}
