package io.guildhall.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.member.Browser.Reply;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SignInServiceTest extends ServiceTest {

    @Test
    void aMemberRegistersVerifiesAndSignsInByTheCodeFlow() {
        String mail = newMail();
        String memberId = member(mail);

        JsonNode tokens = new Flow(this, browser()).tokens(mail);

        JsonNode access = claims(tokens.path("access_token").asString());
        assertThat(access.path("sub").asString()).isEqualTo(memberId);
        assertThat(access.path("iss").asString()).isEqualTo(origin() + "/id");
        assertThat(access.path("aud").toString()).contains("guildhall");
        assertThat(access.path("client_id").asString()).isEqualTo("gateway");
        JsonNode id = claims(tokens.path("id_token").asString());
        assertThat(id.path("sid").asString())
                .isNotEmpty()
                .isEqualTo(access.path("sid").asString());
        assertThat(id.path("nonce").asString()).isEqualTo("no");
        JsonNode me = browser()
                .bearer(tokens.path("access_token").asString())
                .get("/api/me")
                .json();
        assertThat(me.path("memberId").asString()).isEqualTo(memberId);
        assertThat(me.path("mail").asString()).isEqualTo(mail);
        assertThat(me.path("verified").asBoolean()).isTrue();
    }

    @Test
    void thePagesLookLikeOurs() {
        assertThat(browser().get("/id/login").body()).contains("/id/assets/style.css");

        Reply style = browser().get("/id/assets/style.css");
        assertThat(style.status()).isEqualTo(200);
        assertThat(style.raw().headers().firstValue("Content-Type")).hasValue("text/css");
        assertThat(browser().get("/id/assets/none.css").status()).isEqualTo(404);
    }

    @Test
    void theSignInPageSpeaksTheLanguageThatTheClientAsksFor() {
        String authorize = new Flow(this, browser()).authorize() + "&ui_locales=zh-CN";

        String page = browser().get(authorize).location();

        assertThat(browser().get(page).body()).contains("<html lang=\"zh-CN\">");
    }

    @Test
    void theGatewaysRefreshTokenIsUsedAgainAndAgain() {
        String mail = newMail();
        member(mail);
        var flow = new Flow(this, browser());
        String refresh = flow.tokens(mail).path("refresh_token").asString();

        Reply first = flow.refresh(refresh);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.json().path("refresh_token").asString()).isEqualTo(refresh);
        assertThat(claims(first.json().path("id_token").asString()).path("sid").asString())
                .isNotEmpty();
        assertThat(flow.refresh(refresh).status()).isEqualTo(200);
    }

    @Test
    void aCodeCountsOnceAndItsSecondUseEndsWhatTheFirstGave() {
        String mail = newMail();
        member(mail);
        var flow = new Flow(this, browser());
        String code = flow.code(mail);
        String refresh = flow.exchange(code).json().path("refresh_token").asString();

        assertThat(flow.exchange(code).status()).isEqualTo(400);
        assertThat(flow.refresh(refresh).status()).isEqualTo(400);
    }

    @Test
    void aCodeIsWorthNothingWithoutItsVerifier() {
        String mail = newMail();
        member(mail);
        String code = new Flow(this, browser()).code(mail);

        Reply answer = gateway()
                .form(
                        "/id/oauth2/token",
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                origin() + "/login/oauth2/code/guildhall",
                                "code_verifier",
                                "another-verifier-of-at-least-forty-three-characters"));

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void signingOutEndsTheSessionAndItsTokensEverywhere() {
        String mail = newMail();
        member(mail);
        Browser browser = browser();
        var flow = new Flow(this, browser);
        JsonNode tokens = flow.tokens(mail);
        String sid = claims(tokens.path("id_token").asString()).path("sid").asString();
        Map<String, String> copied = new HashMap<>(browser.cookies());

        assertThat(gateway().post("/id/internal/sign-out", Map.of("sid", sid)).status())
                .isEqualTo(204);

        assertThat(flow.refresh(tokens.path("refresh_token").asString()).status())
                .isEqualTo(400);
        Browser thief = browser();
        thief.cookies().putAll(copied);
        assertThat(thief.get(flow.authorize()).location()).startsWith("/id/login?continue=");
    }

    @Test
    void theBrowserIsSentHomeWhenItSignsOut() {
        String mail = newMail();
        member(mail);
        Browser browser = browser();
        var flow = new Flow(this, browser);
        String idToken = flow.tokens(mail).path("id_token").asString();

        Reply out = browser.get("/id/connect/logout?id_token_hint=" + idToken + "&post_logout_redirect_uri="
                + Browser.encode(origin() + "/"));

        assertThat(out.status()).as(out.body()).isEqualTo(302);
        assertThat(out.location()).isEqualTo(origin() + "/");
        assertThat(browser.cookies()).doesNotContainKey("guildhall-id");
        assertThat(browser.get(flow.authorize()).location()).startsWith("/id/login?continue=");
    }

    @Test
    void aSecondSignInNeedsNoPassword() {
        String mail = newMail();
        member(mail);
        Browser browser = browser();
        var flow = new Flow(this, browser);
        flow.code(mail);

        assertThat(browser.get(flow.authorize()).location()).contains("/login/oauth2/code/guildhall?code=");
    }

    @Test
    void wrongPasswordAndUnknownMailAreAnsweredAlike() {
        String mail = newMail();
        member(mail);
        var flow = new Flow(this, browser());

        Reply wrong = signIn(browser(), flow.authorize(), mail, "not the right password");
        Reply unknown = signIn(browser(), flow.authorize(), newMail(), "not the right password");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(visible(wrong)).isEqualTo(visible(unknown));
    }

    @Test
    void anAccountThatIsNotVerifiedCannotSignIn() {
        String mail = newMail();
        register(mail);
        tokenOf(mail);

        assertThat(signIn(browser(), new Flow(this, browser()).authorize(), mail, PASSWORD)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void theEleventhWrongTryIsThrottledAndSaysForHowLong() {
        String mail = newMail();
        member(mail);
        String authorize = new Flow(this, browser()).authorize();
        for (int i = 0; i < 10; i++) {
            assertThat(signIn(browser(), authorize, mail, "wrong password " + i).status())
                    .isEqualTo(401);
        }

        Reply throttled = signIn(browser(), authorize, mail, PASSWORD);

        assertThat(throttled.status()).isEqualTo(429);
        assertThat(throttled.raw().headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void aSignInGoesOnToNowhereElse() {
        String mail = newMail();
        member(mail);
        Browser browser = browser();
        Map<String, String> fields =
                new HashMap<>(browser.get("/id/login?continue=" + Browser.encode("https://evil.example/"))
                        .hidden());
        fields.put("username", mail);
        fields.put("password", PASSWORD);

        assertThat(browser.form("/id/login", fields).location()).isEqualTo("/sign-in");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        Reply forged = browser().form("/id/login", Map.of("username", newMail(), "password", PASSWORD));

        assertThat(forged.status()).isEqualTo(403);
    }

    @Test
    void onlyTheGatewayMayAskInternally() {
        assertThat(browser()
                        .post("/id/internal/exchange", Map.of("token", "ghp_x"))
                        .status())
                .isEqualTo(401);
        assertThat(browser()
                        .basic("gateway", "guess")
                        .post("/id/internal/exchange", Map.of("token", "ghp_x"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void tellsWhereEverythingIs() {
        JsonNode document =
                browser().get("/id/.well-known/openid-configuration").json();

        assertThat(document.path("issuer").asString()).isEqualTo(origin() + "/id");
        assertThat(browser()
                        .get(document.path("jwks_uri").asString().substring(origin().length()))
                        .json()
                        .path("keys")
                        .get(0)
                        .path("alg")
                        .asString())
                .isEqualTo("RS256");
    }

    private static String visible(Reply page) {
        return page.body().replaceAll("value=\"[^\"]*\"", "");
    }
}
