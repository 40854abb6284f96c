package io.guildhall.platform.testing;

import static java.util.Objects.requireNonNull;

import io.guildhall.platform.id.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the service under test as somebody, or as nobody. */
public record Client(
        RestTestClient http, TestIssuer issuer, @Nullable String memberId) {

    private static final JsonMapper JSON = new JsonMapper();

    public static Client nobody(int port, TestIssuer issuer) {
        return new Client(
                RestTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + port)
                        .build(),
                issuer,
                null);
    }

    public Client somebody() {
        return new Client(http, issuer, Ids.next("mem"));
    }

    public String id() {
        return requireNonNull(memberId);
    }

    public ResponseSpec get(String path, String... headers) {
        return http.get().uri(path).headers(it -> fill(it, headers)).exchange();
    }

    public ResponseSpec post(String path) {
        return http.post().uri(path).headers(this::fill).exchange();
    }

    /**
     * @param body becomes JSON; a String is sent as it is
     * @param headers names and values in turn
     */
    public ResponseSpec post(String path, Object body, String... headers) {
        return send(HttpMethod.POST, path, body, headers);
    }

    public ResponseSpec put(String path, Object body) {
        return send(HttpMethod.PUT, path, body);
    }

    private ResponseSpec send(HttpMethod method, String path, Object body, String... headers) {
        return http.method(method)
                .uri(path)
                .headers(it -> fill(it, headers))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body instanceof String text ? text : JSON.writeValueAsString(body))
                .exchange();
    }

    public ResponseSpec delete(String path) {
        return http.delete().uri(path).headers(this::fill).exchange();
    }

    /** Presses a button of a page. */
    public ResponseSpec press(String path, String action) {
        return http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body("action=" + action)
                .exchange();
    }

    public static JsonNode body(ResponseSpec answer) {
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
