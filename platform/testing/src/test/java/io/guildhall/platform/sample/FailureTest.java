package io.guildhall.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What goes wrong inside is named where a client can act on it, and never described. */
@WebMvcTest(controllers = SampleController.class)
@ExtendWith(OutputCaptureExtension.class)
class FailureTest {

    @Autowired
    MockMvcTester http;

    @ParameterizedTest
    @CsvSource({
        "refusal, 409, sample-refused",
        "wrapped-refusal, 409, sample-refused",
        "unavailable-refusal, 503, sample-warming-up",
        "concurrency, 409, conflict",
        "no-aggregate, 404, not-found",
        "store-timeout, 503, dependency-unavailable",
        "store-socket, 503, dependency-unavailable",
        "store-resource, 503, dependency-unavailable",
        "store-unknown, 503, dependency-unavailable",
        "bug, 500, internal-error"
    })
    void hasItsName(String what, int status, String name) {
        MvcTestResult result = http.get().uri("/throws/" + what).exchange();

        assertThat(result).hasStatus(status);
        assertThat(result).bodyJson().extractingPath("$.code").isEqualTo(name);
        assertThat(result).bodyText().doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void tellsARefusalWithItsArgumentsAndMembers() {
        MvcTestResult result = http.get()
                .uri("/throws/refusal")
                .header("Accept-Language", "zh-CN")
                .exchange();

        assertThat(result).hasStatus(409).hasHeader("Content-Language", "zh-CN");
        assertThat(result).bodyJson().extractingPath("$.title").isEqualTo("样例被拒绝");
        assertThat(result).bodyJson().extractingPath("$.detail").isEqualTo("已经有 3 个样例。");
        assertThat(result).bodyJson().extractingPath("$.opens[0]").isEqualTo("plan-a");
        assertThat(result).bodyJson().extractingPath("$.status").isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"store-timeout", "store-unknown", "unavailable-refusal"})
    void saysWhenToComeBackWhileSomethingIsAway(String what) {
        assertThat(http.get().uri("/throws/" + what)).hasHeader("Retry-After", "2");
    }

    @Test
    void logsABugOnceUnderTheIdThatTheClientGot(CapturedOutput output) {
        MvcTestResult result = http.get()
                .uri("/throws/bug")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .exchange();

        assertThat(result).bodyJson().extractingPath("$.traceId").isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(output.getAll().lines().filter(line -> line.contains("ERROR")))
                .singleElement()
                .asString()
                .contains("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void logsNoRefusalAsAnError(CapturedOutput output) {
        http.get().uri("/throws/refusal").exchange();

        assertThat(output.getAll()).doesNotContain("ERROR");
    }

    @Test
    void listsItsProblemsInBothLanguages() {
        MvcTestResult english = http.get().uri("/problems").exchange();
        MvcTestResult chinese =
                http.get().uri("/problems").header("Accept-Language", "zh-CN").exchange();

        assertThat(english).hasStatusOk();
        assertThat(english)
                .bodyJson()
                .extractingPath("$[?(@.name=='sample-refused')].detail")
                .asArray()
                .containsExactly("There are {0} samples already.");
        assertThat(english)
                .bodyJson()
                .extractingPath("$[?(@.name=='sample-refused')].status")
                .asArray()
                .containsExactly(409);
        assertThat(chinese)
                .bodyJson()
                .extractingPath("$[?(@.name=='not-found')].title")
                .asArray()
                .containsExactly("未找到");
    }
}
