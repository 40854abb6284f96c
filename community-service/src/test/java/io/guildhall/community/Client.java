package io.guildhall.community;

import static java.util.Objects.requireNonNull;

import io.guildhall.platform.id.Ids;
import io.guildhall.platform.testing.TestIssuer;
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

    public static final JsonMapper JSON = new JsonMapper();

    public static Client nobody(int port, TestIssuer issuer) {
        var http = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build();
        return new Client(http, issuer, null);
    }

    public Client somebody() {
        return new Client(http, issuer, Ids.next("mem"));
    }

    public String id() {
        return requireNonNull(memberId);
    }

    public ResponseSpec get(String path) {
        return http.get().uri(path).headers(this::fill).exchange();
    }

    public ResponseSpec post(String path) {
        return http.post().uri(path).headers(this::fill).exchange();
    }

    public ResponseSpec post(String path, Object body) {
        return send(HttpMethod.POST, path, body);
    }

    public ResponseSpec put(String path, Object body) {
        return send(HttpMethod.PUT, path, body);
    }

    public ResponseSpec delete(String path) {
        return http.delete().uri(path).headers(this::fill).exchange();
    }

    public static JsonNode body(ResponseSpec answer) {
        return JSON.readTree(requireNonNull(answer.returnResult(String.class).getResponseBody()));
    }

    private ResponseSpec send(HttpMethod method, String path, Object body) {
        return http.method(method)
                .uri(path)
                .headers(this::fill)
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsString(body))
                .exchange();
    }

    private void fill(HttpHeaders target) {
        if (memberId != null) {
            target.setBearerAuth(issuer.token(memberId));
        }
    }
}
