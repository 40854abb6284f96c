package io.guildhall.member.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Lets a client without a secret refresh and revoke: Spring Security allows it only to exchange a code. What protects it is that
 * its refresh token is replaced at every use.
 */
final class PublicRefresh implements AuthenticationConverter, AuthenticationProvider {

    private static final String REFRESHES = "guildhall.refreshes";

    private final RegisteredClientRepository clients;

    PublicRefresh(RegisteredClientRepository clients) {
        this.clients = clients;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String clientId = request.getParameter(OAuth2ParameterNames.CLIENT_ID);
        String grantType = request.getParameter(OAuth2ParameterNames.GRANT_TYPE);
        boolean refreshes = AuthorizationGrantType.REFRESH_TOKEN.getValue().equals(grantType)
                || (grantType == null && request.getParameter(OAuth2ParameterNames.TOKEN) != null);
        if (!refreshes
                || clientId == null
                || request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || request.getParameter(OAuth2ParameterNames.CLIENT_SECRET) != null) {
            return null;
        }
        return new OAuth2ClientAuthenticationToken(
                clientId, ClientAuthenticationMethod.NONE, null, Map.of(REFRESHES, true));
    }

    @Override
    public @Nullable Authentication authenticate(Authentication authentication) {
        var asked = (OAuth2ClientAuthenticationToken) authentication;
        if (!Boolean.TRUE.equals(asked.getAdditionalParameters().get(REFRESHES))) { // a form's parameters are texts
            return null;
        }
        RegisteredClient client = clients.findByClientId(asked.getName());
        if (client == null || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
    }

    @Override
    public boolean supports(Class<?> type) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(type);
    }
}
