package io.guildhall.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Every kind of bad input is answered by its name, with a pointer to the field, and the controller does not run. */
@WebMvcTest(controllers = SampleController.class)
class BadInputTest {

    @Autowired
    MockMvcTester http;

    private MvcTestResult post(String body) {
        int before = SampleController.ran;
        MvcTestResult result = http.post()
                .uri("/samples")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
        assertThat(SampleController.ran - before)
                .as("times the controller ran")
                .isEqualTo(result.getResponse().getStatus() == 201 ? 1 : 0);
        return result;
    }

    private static void isProblem(MvcTestResult result, int status, String name) {
        assertThat(result).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result).bodyJson().extractingPath("$.type").isEqualTo("/problems/" + name);
        assertThat(result).bodyJson().extractingPath("$.code").isEqualTo(name);
        assertThat(result).bodyJson().extractingPath("$.status").isEqualTo(status);
        assertThat(result).bodyJson().extractingPath("$.instance").asString().startsWith("/");
        assertThat(result).bodyJson().extractingPath("$.traceId").asString().hasSize(32);
    }

    private static void pointsAt(MvcTestResult result, String pointer, String code) {
        assertThat(result).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo(pointer);
        assertThat(result).bodyJson().extractingPath("$.errors[0].code").isEqualTo(code);
        assertThat(result)
                .bodyJson()
                .extractingPath("$.errors[0].detail")
                .asString()
                .isNotBlank();
    }

    @Test
    void takesWhatIsRight() {
        assertThat(post("""
            {"title":"Ports","lessons":2,"from":"2026-01-31T10:15:30Z","level":"EASY","parts":[{"title":"a"}]}\
            """)).hasStatus(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"title":                                   | malformed-request |                | invalid-json
        not json                                    | malformed-request |                | invalid-json
        {"title":"a","title":"b","lessons":1}       | malformed-request |                | invalid-json
        {"title":"a","lessons":1} {}                | malformed-request |                | wrong-type
        []                                          | malformed-request |                | wrong-type
        {"title":{"$ne":null},"lessons":1}          | malformed-request | /title         | wrong-type
        {"title":["a"],"lessons":1}                 | malformed-request | /title         | wrong-type
        {"title":7,"lessons":1}                     | malformed-request | /title         | wrong-type
        {"title":true,"lessons":1}                  | malformed-request | /title         | wrong-type
        {"title":"a","lessons":"1"}                 | malformed-request | /lessons       | wrong-type
        {"title":"a","lessons":1.5}                 | malformed-request | /lessons       | wrong-type
        {"title":"a","lessons":1,"level":0}         | malformed-request | /level         | wrong-type
        {"title":"a","lessons":1,"parts":{}}        | malformed-request | /parts         | wrong-type
        {"title":"a","lessons":1,"price":5}         | unknown-property  | /price         | unknown-property
        {"title":"a","lessons":1,"id":"chosen"}     | unknown-property  | /id            | unknown-property
        {"title":"a","lessons":1,"parts":[{"x":1}]} | unknown-property  | /parts/0/x     | unknown-property
        """)
    void refusesWhatCannotBeReadWith400(String body, String problem, String pointer, String code) {
        MvcTestResult result = post(body);

        isProblem(result, 400, problem);
        pointsAt(result, pointer == null ? "" : pointer, code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"title":" ","lessons":1}                          | /title         | not-blank
        {"title":"a","lessons":0}                          | /lessons       | positive
        {"title":"a"}                                      | /lessons       | required
        {"title":"a","lessons":null}                       | /lessons       | required
        {"title":"a","lessons":1,"from":"tomorrow"}        | /from          | invalid-format
        {"title":"a","lessons":1,"level":"MEDIUM"}         | /level         | invalid-format
        {"title":"a","lessons":99999999999}                | /lessons       | invalid-format
        {"title":"a","lessons":1,"parts":[{"title":"a"},{"title":""}]} | /parts/1/title | not-blank
        {"title":"a","lessons":1,"even":{"value":3}}       | /even          | invalid-value
        """)
    void refusesValuesThatMeanNothingWith422(String body, String pointer, String code) {
        MvcTestResult result = post(body);

        isProblem(result, 422, "validation-failed");
        pointsAt(result, pointer, code);
    }

    @Test
    void namesEveryFieldAtOnce() {
        assertThat(post("{\"title\":\"\",\"lessons\":0}"))
                .bodyJson()
                .extractingPath("$.errors[*].pointer")
                .asArray()
                .containsExactlyInAnyOrder("/title", "/lessons");
    }

    @Test
    void neverEchoesARefusedValue() {
        assertThat(post("{\"title\":\"a\",\"lessons\":1,\"from\":\"hunter2\"}"))
                .bodyText()
                .doesNotContain("hunter2");
        assertThat(post("{\"title\":\"a\",\"lessons\":1,\"even\":{\"value\":3}}"))
                .bodyText()
                .doesNotContain("secret");
    }

    @Test
    void hearsARefusalFromARecordsOwnConstructor() {
        isProblem(post("{\"title\":\"a\",\"lessons\":1,\"even\":{\"value\":102}}"), 409, "sample-refused");
    }

    @Test
    void refusesNestingBeyondAHundred() {
        isProblem(post("{\"title\":\"a\",\"lessons\":1,\"parts\":" + "[".repeat(101)), 400, "malformed-request");
    }

    @Test
    void refusesAMissingBody() {
        isProblem(post(""), 400, "malformed-request");
    }

    @ParameterizedTest
    @CsvSource({"0", "201", "-1", "abc", "1.5", "''", "99999999999"})
    void refusesAPageThatIsTooLarge(String limit) {
        MvcTestResult result = http.get().uri("/samples?limit={limit}", limit).exchange();

        isProblem(result, 422, "validation-failed");
        pointsAt(result, "/limit", "invalid-limit");
    }

    @Test
    void pagesByCursor() {
        MvcTestResult result = http.get().uri("/samples?limit=2").exchange();

        assertThat(result)
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"items\":[1,2],\"page\":{\"next\":\"2\",\"hasMore\":true}}");
        assertThat(http.get().uri("/samples?limit=200")).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource({
        "/samples/11?at=2026-01-31T10:15:30Z, /number, max",
        "/samples/x?at=2026-01-31T10:15:30Z, /number, invalid-format",
        "/samples/1?at=soon, /at, invalid-format",
        "/samples/1, /at, required",
        "/spans?from=soon, /from, invalid-format"
    })
    void pointsAtParametersToo(String uri, String pointer, String code) {
        MvcTestResult result = http.get().uri(uri).exchange();

        isProblem(result, 422, "validation-failed");
        pointsAt(result, pointer, code);
        assertThat(result).bodyText().doesNotContain("java").doesNotContain("soon");
    }

    @Test
    void tellsTheMethodsThatAnAddressHas() {
        MvcTestResult result = http.patch().uri("/samples").exchange();

        isProblem(result, 405, "method-not-allowed");
        assertThat(result.getResponse().getHeader("Allow")).contains("GET").contains("POST");
        assertThat(result).bodyJson().extractingPath("$.detail").asString().contains("PATCH");
    }

    @Test
    void answersAProblemEvenToWhomAcceptsNone() {
        MvcTestResult result = http.post()
                .uri("/samples")
                .accept(MediaType.APPLICATION_XML)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"title\":\"a\",\"lessons\":1}")
                .exchange();

        isProblem(result, 406, "not-acceptable");
    }

    @Test
    void refusesOtherMediaTypes() {
        isProblem(
                http.post()
                        .uri("/samples")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("a")
                        .exchange(),
                415,
                "unsupported-media-type");
    }

    @Test
    void refusesABodyThatIsTooLong() {
        isProblem(post("{\"title\":\"" + "a".repeat(1024 * 1024) + "\",\"lessons\":1}"), 413, "payload-too-large");
    }

    @Test
    void knowsNothingBehindOtherAddresses() {
        isProblem(http.get().uri("/nowhere").exchange(), 404, "not-found");
        isProblem(http.get().uri("/error").exchange(), 404, "not-found");
        isProblem(http.get().uri("/actuator/env").exchange(), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Invalid values, must not be blank",
        "en-GB, Invalid values, must not be blank",
        "fr, Invalid values, must not be blank",
        "zh-CN, 取值无效, 不能为空",
        "'zh;q=0.9,en;q=0.1', 取值无效, 不能为空",
        "'en;q=0.1,zh-Hans-CN;q=0.9', 取值无效, 不能为空",
        "'not a header;;', Invalid values, must not be blank"
    })
    void speaksTheLanguageThatWasAskedFor(String accepted, String title, String detail) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            MvcTestResult result = http.post()
                    .uri("/samples")
                    .header("Accept-Language", accepted)
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{\"title\":\"\",\"lessons\":1}")
                    .exchange();

            assertThat(result).bodyJson().extractingPath("$.title").isEqualTo(title);
            assertThat(result).bodyJson().extractingPath("$.errors[0].detail").isEqualTo(detail);
        } finally {
            Locale.setDefault(before);
        }
    }
}
