package io.guildhall.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.member.Browser.Reply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The code flow with PKCE as the gateway walks it, through a browser. */
final class Flow {

    static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0123";

    private final ServiceTest service;
    private final Browser browser;
    private final String redirect;

    Flow(ServiceTest service, Browser browser) {
        this.service = service;
        this.browser = browser;
        this.redirect = service.origin() + "/login/oauth2/code/guildhall";
    }

    String authorize() {
        return authorize("gateway", redirect);
    }

    static String authorize(String client, String redirect) {
        return "/id/oauth2/authorize?response_type=code&client_id=" + client
                + "&scope=openid%20profile&state=st&nonce=no"
                + "&redirect_uri=" + Browser.encode(redirect)
                + "&code_challenge_method=S256&code_challenge=" + challenge();
    }

    /** The form by which the program without a secret redeems its code. */
    static Map<String, String> ofProgram(String code, String redirect) {
        return Map.of(
                "grant_type", "authorization_code",
                "client_id", "guildhall-cli",
                "code", code,
                "redirect_uri", redirect,
                "code_verifier", VERIFIER);
    }

    /** Where the browser is sent with a code, after signing in. */
    String code(String mail) {
        return code(mail, authorize());
    }

    String code(String mail, String authorize) {
        Reply signedIn = service.signIn(browser, authorize, mail, ServiceTest.PASSWORD);
        assertThat(signedIn.status()).as(signedIn.body()).isEqualTo(302);
        Reply back = browser.get(signedIn.location());
        assertThat(back.status()).as(back.body()).isEqualTo(302);
        return back.location().replaceFirst(".*[?&]code=([^&]*).*", "$1");
    }

    Reply exchange(String code) {
        return service.gateway()
                .form(
                        "/id/oauth2/token",
                        Map.of(
                                "grant_type", "authorization_code",
                                "code", code,
                                "redirect_uri", redirect,
                                "code_verifier", VERIFIER));
    }

    JsonNode tokens(String mail) {
        Reply answer = exchange(code(mail));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    Reply refresh(String refreshToken) {
        return service.gateway()
                .form("/id/oauth2/token", Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    private static String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
