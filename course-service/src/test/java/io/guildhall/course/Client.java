package io.guildhall.course;

import static java.util.Objects.requireNonNull;

import io.guildhall.platform.id.Ids;
import io.guildhall.platform.testing.TestIssuer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the service under test as somebody, or as nobody. */
record Client(
        RestTestClient http, TestIssuer issuer, @Nullable String memberId) {

    private static final JsonMapper JSON = new JsonMapper();

    static Client nobody(int port, TestIssuer issuer) {
        return new Client(
                RestTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + port)
                        .build(),
                issuer,
                null);
    }

    Client somebody() {
        return new Client(http, issuer, Ids.next("mem"));
    }

    String id() {
        return requireNonNull(memberId);
    }

    ResponseSpec get(String path, String... headers) {
        return http.get().uri(path).headers(it -> fill(it, headers)).exchange();
    }

    ResponseSpec post(String path) {
        return http.post().uri(path).headers(this::fill).exchange();
    }

    ResponseSpec post(String path, String body, String... headers) {
        return http.post()
                .uri(path)
                .headers(it -> fill(it, headers))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    ResponseSpec put(String path, String body, String... headers) {
        return http.put()
                .uri(path)
                .headers(it -> fill(it, headers))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    /** A course with these lessons, as it is sent. */
    static String course(String... lessons) {
        List<?> all = IntStream.range(0, lessons.length)
                .mapToObj(i -> Map.of("title", "Lesson " + i, "markdown", lessons[i]))
                .toList();
        return JSON.writeValueAsString(Map.of("title", "Java", "language", "en", "lessons", all));
    }

    static JsonNode body(ResponseSpec answer) {
        return JSON.readTree(requireNonNull(answer.returnResult(String.class).getResponseBody()));
    }

    private void fill(HttpHeaders target, String... headers) {
        if (memberId != null) {
            target.setBearerAuth(issuer.token(memberId));
        }
        for (int i = 0; i < headers.length; i += 2) {
            target.set(headers[i], headers[i + 1]);
        }
    }
}
