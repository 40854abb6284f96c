package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.hall.Hall;
import io.guildhall.gateway.hall.Service.Answer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PageTest {

    static Hall hall;

    @BeforeAll
    static void open() {
        hall = new Hall();
        hall.course.answer("/problems", asked -> Answer.json("""
            [{"name":"entitlement-required","status":403,"title":"%s","detail":"<b>A grant</b> would open it."}]\
            """.formatted(asked.header("Accept-Language"))));
        hall.course.answer("/v3/api-docs", asked -> Answer.json("""
            {"openapi":"3.1.0","servers":[{"url":"http://127.0.0.1:1"}],
             "tags":[{"name":"Catalogue","description":"Finding courses"}],
             "paths":{"/api/communities/{communityId}/courses":{"get":{"operationId":"list","tags":["Catalogue"],"responses":{"200":
               {"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Page"}}}}}}},
              "/ops/status":{"get":{"operationId":"status"}},"/problems":{"get":{"operationId":"problems"}}},
             "components":{"schemas":{"Page":{"type":"object"}}}}\
            """));
        hall.member.answer("/v3/api-docs", asked -> Answer.json("""
            {"openapi":"3.1.0","paths":{"/api/me":{"get":{"operationId":"list","tags":["Accounts"]}},
             "/id/internal/exchange":{"post":{"operationId":"exchange"}}},
             "components":{"schemas":{"Page":{"type":"array"}}}}\
            """));
        hall.community.answer("/v3/api-docs", asked -> Answer.empty(500));
    }

    @AfterAll
    static void close() {
        hall.close();
    }

    /** Not there when it was built with {@code -DskipUi}. */
    static boolean hasWebUi() {
        return PageTest.class.getResource("/web/index.html") != null;
    }

    static Stream<String> pages() {
        return Stream.of("/", "/docs", "/problems").filter(page -> hasWebUi() || !page.equals("/"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void tellsBrowsersToBeCareful(String path) {
        HttpResponse<String> page = hall.browser().get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("strict-origin-when-cross-origin");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void loadsNothingFromElsewhereAndRunsNothingInline(String path) {
        String page = hall.browser().get(path).body();
        assertThat(page).doesNotContainPattern("(?i)(src|href)=\"(https?:)?//");
        assertThat(page).doesNotContainPattern("(?i)<style|\\son[a-z]+=|\\sstyle=|<script>");
        assertThat(Pattern.compile("(?:src|href)=\"(/(?:assets|app|docs/ui)/[^\"]+)\"")
                        .matcher(page)
                        .results())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(hall.browser().get(file.group(1)).statusCode())
                        .isEqualTo(200));
    }

    @Test
    void speaksBothLanguages() {
        assertThat(hall.browser().get("/problems", "Accept-Language", "zh-CN").body())
                .contains("lang=\"zh-CN\"", "错误说明");
        assertThat(hall.browser().get("/problems").body()).contains("lang=\"en\"", "Problems");
        assertThat(hall.browser().get("/problems?lang=zh-CN").body()).contains("错误说明");
    }

    @ParameterizedTest
    @EnabledIf("hasWebUi")
    @ValueSource(
            strings = {
                "/",
                "/account",
                "/notices",
                "/found",
                "/operations/streams/mem_1",
                "/communities/com_1",
                "/communities/com_1/courses/crs_1/lessons/les_1?lang=zh-CN"
            })
    void showsTheWebUiAtEachAddressOfItsPages(String path) {
        HttpResponse<String> page = hall.browser().get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<div id=\"app\">");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    @EnabledIf("hasWebUi")
    void letsBrowsersKeepWhatIsNamedByItsContentAndAnswersNothingInThePlaceOfWhatIsMissing() {
        String script = Pattern.compile("src=\"(/app/[^\"]+)\"")
                .matcher(hall.browser().get("/").body())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        assertThat(hall.browser().get(script).headers().firstValue("Cache-Control"))
                .hasValue("max-age=31536000, public, immutable");
        assertThat(hall.browser().get("/app/nothing.js").statusCode()).isEqualTo(404);
        assertThat(hall.browser().get("/no-such-page").statusCode()).isEqualTo(404);
    }

    @Test
    @EnabledIf("hasWebUi")
    void showsAPageToAReaderWhoIsNowhereAndTellsAProgramSo() {
        HttpResponse<String> page = hall.browser().get("/no-such-page", "Accept", "text/html,*/*;q=0.8");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(page.body()).isEqualTo(hall.browser().get("/").body());

        for (HttpResponse<String> problem : List.of(
                hall.browser().get("/no-such-page", "Accept", "*/*"),
                hall.browser().get("/no-such-page", "Accept", "no media type"),
                hall.browser().get("/api/nothing", "Accept", "text/html"))) {
            assertThat(problem.statusCode()).isEqualTo(404);
            assertThat(problem.body()).contains("/problems/not-found");
        }
    }

    @Test
    void pointsToTheMailsOnlyWhereTheyCanBeRead() {
        assertThat(hall.browser().get("/session").body()).contains("\"mailsPage\":false");
    }

    @Test
    void listsTheProblemsOfServicesAndItsOwn() {
        String page =
                hall.browser().get("/problems", "Accept-Language", "zh-CN").body();
        assertThat(page).contains("entitlement-required", "zh-CN", "too-many-requests", "请求过多");
    }

    @Test
    void explainsOneProblemUnderTheAddressThatAnswersName() {
        String page = hall.browser().get("/problems/entitlement-required").body();
        assertThat(page).contains("&lt;b&gt;A grant&lt;/b&gt; would open it.").doesNotContain("too-many-requests");
        assertThat(hall.browser().get("/problems/no-such-problem").statusCode()).isEqualTo(404);
    }

    @Test
    void joinsTheApisOfAllServicesAsAClientSeesThem() {
        JsonNode whole =
                JsonMapper.shared().readTree(hall.browser().get("/v3/api-docs").body());
        assertThat(whole.path("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/communities/{communityId}/courses", "/api/ops/course/status", "/api/me");
        assertThat(whole.path("servers").path(0).path("url").asString()).isEqualTo(hall.origin());
        assertThat(whole.at("/components/schemas").propertyNames()).contains("course.Page", "member.Page");
        assertThat(whole.toString()).contains("\"$ref\":\"#/components/schemas/course.Page\"");
        assertThat(whole.path("tags").valueStream().map(tag -> tag.path("name").asString()))
                .containsExactly("Catalogue", "Accounts", "Operations: course");
        assertThat(whole.at("/info/description").asString()).endsWith("missing here: community");
    }

    @Test
    void givesTheApiOfOneService() {
        assertThat(hall.browser().get("/v3/api-docs/member").body())
                .contains("/api/me")
                .doesNotContain("courses", "internal");
        assertThat(hall.browser().get("/v3/api-docs/nobody").statusCode()).isEqualTo(404);
    }
}
