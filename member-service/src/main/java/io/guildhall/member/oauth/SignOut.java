package io.guildhall.member.oauth;

import io.guildhall.member.session.EndedSessions;
import io.guildhall.member.session.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Ends the session at the client's wish and sends the browser back to it. */
@Component
class SignOut implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final SessionCookie cookie;
    private final EndedSessions ended;
    private final Authorizations authorizations;
    private final String home;

    SignOut(
            SessionCookie cookie,
            EndedSessions ended,
            Authorizations authorizations,
            @Value("${guildhall.issuer}") String issuer) {
        this.cookie = cookie;
        this.ended = ended;
        this.authorizations = authorizations;
        this.home = URI.create(issuer).resolve("/").toString();
    }

    /** Ends a session and all that followed from it. Repeatable. */
    void end(String sid) {
        ended.end(sid);
        authorizations.endSession(sid);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        cookie.read(request).ifPresent(session -> end(session.sid()));
        cookie.clear(response);
        var asked = (OidcLogoutAuthenticationToken) authentication;
        var target = UriComponentsBuilder.fromUriString(
                asked.getPostLogoutRedirectUri() == null ? home : asked.getPostLogoutRedirectUri());
        if (asked.getState() != null) {
            target.queryParam("state", asked.getState());
        }
        redirect(response, target.encode().toUriString());
    }

    /** The token may be gone because the session is: the browser is sent home all the same. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) {
        redirect(response, home);
    }

    private static void redirect(HttpServletResponse response, String target) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(HttpHeaders.LOCATION, target);
    }
}
