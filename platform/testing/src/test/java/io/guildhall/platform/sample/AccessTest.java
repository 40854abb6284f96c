package io.guildhall.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import io.guildhall.platform.security.Roles;
import io.guildhall.platform.testing.TestIssuer;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who may call what, by the rules on the sample endpoints. */
@WebMvcTest(controllers = SampleController.class)
@Import(TestIssuer.Trusted.class)
@ExtendWith(OutputCaptureExtension.class)
class AccessTest {

    private static final String DRAFTS = "/api/communities/com_1/drafts";

    @Autowired
    MockMvcTester http;

    @Autowired
    TestIssuer tokens;

    @MockitoBean
    Roles roles;

    private MvcTestResult get(String uri, String token) {
        return http.get().uri(uri).header("Authorization", "Bearer " + token).exchange();
    }

    private static void isProblem(MvcTestResult result, int status, String name) {
        assertThat(result).hasStatus(status);
        assertThat(result).bodyJson().extractingPath("$.code").isEqualTo(name);
        assertThat(result).bodyJson().extractingPath("$.type").isEqualTo("/problems/" + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/me", DRAFTS, "/ops/sample"})
    void asksForATokenWhereOneIsNeeded(String uri, CapturedOutput output) {
        MvcTestResult result = http.get().uri(uri).exchange();

        isProblem(result, 401, "authentication-required");
        assertThat(result).hasHeader("WWW-Authenticate", "Bearer");
        assertThat(output).contains("authn.missing");
    }

    @ParameterizedTest
    @CsvSource({"en, Sign-in required, Not allowed", "zh-CN, 需要登录, 没有权限"})
    void speaksTheCallersLanguageAtTheDoorToo(String language, String missing, String forbidden) {
        assertThat(http.get().uri("/me").header("Accept-Language", language))
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo(missing);
        assertThat(http.get()
                        .uri(DRAFTS)
                        .header("Authorization", "Bearer " + tokens.token("mem_1"))
                        .header("Accept-Language", language))
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo(forbidden);
    }

    @Test
    void answersEveryBadTokenWithTheSameBody(CapturedOutput output) {
        MvcTestResult garbage = get("/me", "garbage");
        Instant past = Instant.now().minusSeconds(600);
        MvcTestResult expired = get(
                "/me",
                tokens.token(
                        claims -> claims.issueTime(Date.from(past)).expirationTime(Date.from(past.plusSeconds(300))),
                        header -> header));

        for (MvcTestResult result : new MvcTestResult[] {garbage, expired}) {
            isProblem(result, 401, "invalid-token");
            assertThat(result).hasHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            assertThat(result)
                    .bodyJson()
                    .extractingPath("$.detail")
                    .isEqualTo("The access token is not valid or has expired.");
        }
        assertThat(output).contains("authn.fail").contains("expired");
    }

    @Test
    void refusesABadTokenEvenWhereNoneIsNeeded() {
        isProblem(get("/whoami", "garbage"), 401, "invalid-token");
    }

    @Test
    void tellsControllersWhoCalls() {
        assertThat(get("/me", tokens.token("mem_7")))
                .bodyJson()
                .isStrictlyEqualTo("{\"id\":\"mem_7\",\"client\":\"web\",\"session\":null}");
        assertThat(get("/whoami", tokens.token("mem_7"))).bodyText().contains("mem_7");
        assertThat(http.get().uri("/whoami")).bodyText().contains("nobody");
        isProblem(http.get().uri("/must-be-somebody").exchange(), 401, "authentication-required");
    }

    @Test
    void letsInWhoHoldsOneOfTheRolesInThatCommunity(CapturedOutput output) {
        given(roles.has("mem_1", "com_1", "owner", "author")).willReturn(true);
        given(roles.has("mem_1", "com_1", "author", "owner")).willReturn(true);

        assertThat(get(DRAFTS, tokens.token("mem_1"))).hasStatusOk();
        isProblem(get(DRAFTS, tokens.token("mem_2")), 403, "forbidden");
        isProblem(get("/api/communities/com_2/drafts", tokens.token("mem_1")), 403, "forbidden");
        assertThat(output).contains("authz.deny: mem_2 may not");
    }

    @Test
    void letsOnlyOperatorsOperate() {
        given(roles.operator("mem_op")).willReturn(true);

        assertThat(get("/ops/sample", tokens.token("mem_op"))).hasStatusOk();
        isProblem(get("/ops/sample", tokens.token("mem_1")), 403, "forbidden");
    }

    @Test
    void hidesWhatHasNoEndpointFromEverybodyAlike() {
        isProblem(http.get().uri("/nowhere").exchange(), 404, "not-found");
        isProblem(get("/nowhere", tokens.token("mem_1")), 404, "not-found");
    }

    @Test
    void answersStrangeMethodsWithThoseItKnows() {
        MvcTestResult result =
                http.method(HttpMethod.valueOf("CONNECT")).uri("/samples").exchange();

        isProblem(result, 405, "method-not-allowed");
        assertThat(result.getResponse().getHeader("Allow")).contains("GET");
    }

    @Test
    void opensNoDoorToForeignOrigins() {
        assertThat(http.options()
                        .uri("/me")
                        .header("Origin", "https://evil.example")
                        .header("Access-Control-Request-Method", "GET"))
                .doesNotContainHeader("Access-Control-Allow-Origin");
        assertThat(http.get().uri("/whoami").header("Origin", "https://evil.example"))
                .doesNotContainHeader("Access-Control-Allow-Origin");
    }

    @Test
    void keepsPersonalAnswersOutOfCaches() {
        assertThat(get("/me", tokens.token("mem_1")).getResponse().getHeader("Cache-Control"))
                .contains("no-store");
    }
}
