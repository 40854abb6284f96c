package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.hall.Browser;
import io.guildhall.gateway.hall.Hall;
import io.guildhall.gateway.hall.Received;
import io.guildhall.gateway.hall.Service.Answer;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriComponentsBuilder;

class SessionTest {

    static final String COURSES = "/api/communities/com_1/courses";
    static Hall hall;

    @BeforeAll
    static void open() {
        hall = new Hall();
    }

    @AfterAll
    static void close() {
        hall.close();
    }

    @BeforeEach
    void reset() {
        hall.member.forget();
        hall.course.forget();
        hall.issuer.accessTokensLive(300);
    }

    @Test
    void leavesForTheSignInPageWithProofKeyStateAndNonce() {
        HttpResponse<String> answer = hall.browser().get("/sign-in");
        assertThat(answer.statusCode()).isEqualTo(302);
        var asked = UriComponentsBuilder.fromUriString(location(answer)).build();
        assertThat(location(answer)).startsWith(hall.origin() + "/id/oauth2/authorize?");
        assertThat(asked.getQueryParams().toSingleValueMap())
                .containsEntry("client_id", "gateway")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", hall.origin() + "/login/oauth2/code/guildhall")
                .containsKeys("state", "nonce", "code_challenge");
    }

    @ParameterizedTest
    @CsvSource({"?lang=zh-CN, zh-CN", "?lang=en, en", "'', en"})
    void asksForASignInPageInTheLanguageOfThePage(String query, String language) {
        var asked = UriComponentsBuilder.fromUriString(location(hall.browser().get("/sign-in" + query)))
                .build();
        assertThat(asked.getQueryParams().getFirst("ui_locales")).isEqualTo(language);
    }

    @Test
    void keepsTheSessionInAnHttpOnlyCookieThatScriptsCannotRead() {
        Browser browser = hall.browser();
        HttpResponse<String> answer = browser.signIn("mem_1");
        assertThat(location(answer)).isEqualTo("/");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("guildhall=")
                        .containsIgnoringCase("HttpOnly")
                        .contains("SameSite=Lax")
                        .contains("Path=/"));
        assertThat(browser.cookie("guildhall")).doesNotContain("mem_1").hasSizeLessThan(4000);
    }

    @Test
    void tellsThePageWhoIsSignedIn() {
        hall.member.answer(
                "/api/me",
                asked -> ("" + asked.header("Authorization")).startsWith("Bearer ey")
                        ? Answer.json("{\"name\":\"Ada\",\"mail\":\"ada@example.org\"}")
                        : Answer.empty(401));
        assertThat(signedIn("mem_1").get("/session").body())
                .contains("\"signedIn\":true", "\"memberId\":\"mem_1\"", "\"name\":\"Ada\"")
                .doesNotContain("ada@example.org");
        assertThat(hall.browser().get("/session").body()).contains("\"signedIn\":false");
    }

    @Test
    void callsServicesWithTheSessionsAccessToken() {
        signedIn("mem_1").get(COURSES);
        assertThat(seen().header("Authorization")).startsWith("Bearer ey");
        assertThat(seen().header("Cookie")).isNull();
    }

    @Test
    void takesACookieThatWasTamperedWithAsNone() {
        Browser browser = signedIn("mem_1");
        browser.cookies().computeIfPresent("guildhall", (name, content) -> flipped(content));
        HttpResponse<String> answer = browser.get(COURSES);
        assertThat(seen().header("Authorization")).isNull();
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("guildhall=;"));
    }

    @Test
    void doesNotTakeOneCookieForAnother() {
        Browser browser = hall.browser();
        browser.get("/sign-in");
        browser.cookies().put("guildhall", browser.cookie("guildhall-sign-in"));
        assertThat(browser.get("/session").body()).contains("\"signedIn\":false");
    }

    @Test
    void refusesAChangeWithoutTheCsrfHeader() {
        HttpResponse<String> answer = signedIn("mem_1").post(COURSES, "{}");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("/problems/csrf");
        assertThat(hall.course.received()).isEmpty();
    }

    @Test
    void refusesAChangeWhoseCsrfHeaderRepeatsAPlantedCookie() {
        Browser browser = signedIn("mem_1");
        browser.cookies().put("XSRF-TOKEN", "planted");
        assertThat(browser.post(COURSES, "{}", "X-XSRF-TOKEN", "planted").statusCode())
                .isEqualTo(403);
    }

    @Test
    void refusesAChangeFromAForeignPage() {
        Browser browser = signedIn("mem_1");
        String token = browser.cookie("XSRF-TOKEN");
        assertThat(browser.post(COURSES, "{}", "X-XSRF-TOKEN", token, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(hall.course.received()).isEmpty();
    }

    @Test
    void letsAChangeOfOurOwnPagePass() {
        Browser browser = signedIn("mem_1");
        String token = browser.cookie("XSRF-TOKEN");
        assertThat(browser.post(COURSES, "{\"a\":1}", "X-XSRF-TOKEN", token, "Origin", hall.origin())
                        .statusCode())
                .isEqualTo(200);
        assertThat(seen().text()).isEqualTo("{\"a\":1}");
    }

    @Test
    void refreshesADueAccessTokenOnceForRequestsThatComeTogether() {
        hall.issuer.accessTokensLive(20);
        Browser browser = signedIn("mem_2");
        hall.issuer.accessTokensLive(300);
        hall.member.forget();
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 8)
                .mapToObj(i -> browser.copyAt(hall.origin()))
                .map(copy -> CompletableFuture.supplyAsync(() -> copy.get(COURSES)))
                .toList();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        assertThat(hall.member.received("/id/oauth2/token")).hasSize(1);
        assertThat(hall.course.received().stream()
                        .map(request -> request.header("Authorization"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void keepsTheRefreshedTokenInTheCookie() {
        hall.issuer.accessTokensLive(20);
        Browser browser = signedIn("mem_3");
        hall.issuer.accessTokensLive(300);
        String before = browser.cookie("guildhall");
        browser.get(COURSES);
        assertThat(browser.cookie("guildhall")).isNotEqualTo(before);
    }

    @Test
    void endsASessionThatTheAuthorizationServerNoLongerRefreshes() {
        hall.issuer.accessTokensLive(20);
        Browser browser = signedIn("mem_4");
        hall.issuer.refuseToRefresh("mem_4");
        browser.get(COURSES);
        assertThat(seen().header("Authorization")).isNull();
        assertThat(browser.cookies()).doesNotContainKey("guildhall");
    }

    @Test
    void makesACopiedCookieUselessBySigningOut() {
        Browser browser = signedIn("mem_5");
        Browser thief = browser.copyAt(hall.origin());
        assertThat(thief.get("/session").body()).contains("\"signedIn\":true");
        assertThat(signOut(browser).statusCode()).isEqualTo(204);
        assertThat(browser.cookies()).doesNotContainKey("guildhall");
        assertThat(thief.get("/session").body()).contains("\"signedIn\":false");
        assertThat(hall.member.received("/id/oauth2/revoke")).hasSize(1);
        assertThat(hall.member.received("/id/internal/sign-out"))
                .extracting(Received::text)
                .containsExactly("{\"sid\":\"sid-mem_5\"}");
    }

    @Test
    void makesACopiedCookieUselessBeforeAnotherGatewayToo() {
        String another = hall.startAnotherGateway();
        Browser browser = signedIn("mem_6");
        assertThat(browser.copyAt(another).get("/session").body()).contains("\"signedIn\":true");
        Browser unseen = signedIn("mem_6");
        signOut(unseen.copyAt(hall.origin()));
        assertThat(unseen.copyAt(another).get("/session").body()).contains("\"signedIn\":false");
    }

    @Test
    void refusesTheCookieOfASessionThatWasEndedElsewhere() {
        Browser browser = signedIn("mem_7");
        assertThat(browser.get("/session").body()).contains("\"signedIn\":true");
        String asked = hall.member.received("/id/oauth2/introspect").getFirst().text();
        hall.issuer.end(asked.substring(asked.indexOf('=') + 1));
        Browser behindAnotherGateway = browser.copyAt(hall.startAnotherGateway());
        assertThat(behindAnotherGateway.get("/session").body()).contains("\"signedIn\":false");
        assertThat(behindAnotherGateway.cookies()).doesNotContainKey("guildhall");
    }

    @Test
    void doesNotSignOutForAForeignPage() {
        Browser browser = signedIn("mem_1");
        assertThat(browser.post("/sign-out", "").statusCode()).isEqualTo(403);
        assertThat(browser.get("/session").body()).contains("\"signedIn\":true");
    }

    @Test
    void staysSignedInUntilTheSignOutIsRecorded() {
        Browser browser = signedIn("mem_1");
        hall.member.stop();
        try {
            assertThat(signOut(browser).statusCode()).isEqualTo(503);
            assertThat(browser.cookies()).containsKey("guildhall");
        } finally {
            hall.member.start();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/problems?lang=en, /problems?lang=en",
        "https://evil.example, /",
        "//evil.example, /",
        "/\\evil.example, /",
        "javascript:alert(1), /",
        "evil, /",
    })
    void returnsOnlyToPathsOfThisSite(String asked, String reached) {
        Browser browser = hall.browser();
        var page = UriComponentsBuilder.fromUriString(
                        location(browser.get("/sign-in?returnTo=" + URLEncoder.encode(asked, StandardCharsets.UTF_8))))
                .build()
                .getQueryParams()
                .toSingleValueMap();
        String code = hall.issuer.codeFor("mem_1", "" + page.get("nonce"), "" + page.get("code_challenge"));
        assertThat(location(browser.get("/login/oauth2/code/guildhall?code=" + code + "&state=" + page.get("state"))))
                .isEqualTo(reached);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?code=x&state=y", "?error=access_denied&state=y", ""})
    void doesNotSignInABrowserThatNeverAsked(String answered) {
        Browser browser = hall.browser();
        assertThat(location(browser.get("/login/oauth2/code/guildhall" + answered)))
                .isEqualTo("/?notice=sign-in-failed");
        assertThat(browser.cookies()).doesNotContainKey("guildhall");
    }

    @Test
    void doesNotSignInByAnIdTokenMadeForAnotherAttempt() {
        Browser browser = hall.browser();
        var asked = UriComponentsBuilder.fromUriString(location(browser.get("/sign-in")))
                .build()
                .getQueryParams()
                .toSingleValueMap();
        String code = hall.issuer.codeFor("mem_1", "another nonce", "" + asked.get("code_challenge"));
        browser.get("/login/oauth2/code/guildhall?code=" + code + "&state=" + asked.get("state"));
        assertThat(browser.cookies()).doesNotContainKey("guildhall");
    }

    @Test
    void sendsABrowserThatCameUnderAnotherNameToThePublicOne() {
        Browser elsewhere = hall.browser().copyAt(hall.origin().replace("127.0.0.1", "localhost"));
        assertThat(location(elsewhere.get("/sign-in?returnTo=/docs&lang=zh-CN")))
                .isEqualTo(hall.origin() + "/sign-in?returnTo=%2Fdocs&lang=zh-CN&moved=true");
    }

    private static Browser signedIn(String memberId) {
        Browser browser = hall.browser();
        browser.signIn(memberId);
        hall.course.forget();
        return browser;
    }

    private static HttpResponse<String> signOut(Browser browser) {
        return browser.post("/sign-out", "", "X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"));
    }

    private static Received seen() {
        return hall.course.received().getFirst();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String flipped(String sealed) {
        int middle = sealed.length() / 2;
        return sealed.substring(0, middle) + (sealed.charAt(middle) == 'A' ? 'B' : 'A') + sealed.substring(middle + 1);
    }
}
