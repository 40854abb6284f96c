package io.guildhall.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What only a real connection shows. */
class WireTest extends EdgeTest {

    private static final byte[] LONG = " ".repeat(1024 * 1024 + 1).getBytes(StandardCharsets.UTF_8);

    private static void isTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("/problems/payload-too-large");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", edge.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void refusesALongBodyOfAnnouncedLength() {
        isTooLarge(edge.send("POST", "/tallies/t/counts", "mem_1", BodyPublishers.ofByteArray(LONG)));
        assertThat(controller.ran).hasValue(0);
    }

    @Test
    void refusesALongBodyInChunksBeforeTheControllerRuns() {
        var chunks = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(LONG));

        isTooLarge(edge.send("POST", "/tallies/t/counts", "mem_1", chunks));
        isTooLarge(edge.send("POST", "/tallies/t/counts", "mem_1", chunks, "Idempotency-Key", "chunked"));
        assertThat(controller.ran).hasValue(0);
    }

    @Test
    void namesWhatTheContainerRefuses() throws IOException {
        assertThat(raw("TRACE /tallies HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405")
                .containsIgnoringCase("Allow:")
                .doesNotContain("Tomcat");
        assertThat(raw("GET /tallies?q=[ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .contains("malformed-request")
                .doesNotContain("Tomcat");
        assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX: " + "x".repeat(9000) + "\r\n\r\n"))
                .containsPattern("^HTTP/1.1 4(00|31)")
                .contains("application/problem+json")
                .doesNotContain("Tomcat");
    }

    @Test
    void showsItsHealthAndMeasuresAndNothingElseOfItself() {
        assertThat(edge.get("/livez").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(edge.get("/readyz").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(edge.get("/actuator/health").body())
                .contains("\"status\":\"UP\"")
                .doesNotContain("details");
        assertThat(edge.get("/actuator/prometheus").body()).contains("guildhall_log_head");
        for (String hidden : new String[] {
            "/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/gateway", "/h2-console", "/swagger-ui.html"
        }) {
            assertThat(edge.get(hidden).statusCode()).as(hidden).isEqualTo(404);
        }
    }
}
