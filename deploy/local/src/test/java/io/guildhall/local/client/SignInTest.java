package io.guildhall.local.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers as gateway and sign-in page do, in little. */
class SignInTest {

    private static final String FORM = """
        <form action="/search"><input name="q"></form>
        <form method='post' action="/id/login?a=1&amp;b=2">
          <input type="hidden" name="_csrf" value="c&#x3D;1"/>
          <input name="username"><input type="password" name="password">
        </form>\
        """;

    private final HttpServer server = create();
    private final GuildhallClient client = new GuildhallClient(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort()));

    @BeforeEach
    void serve() {
        server.createContext("/sign-in", exchange -> redirect(exchange, "/id/login"));
        server.createContext("/id/login", exchange -> {
            if (exchange.getRequestMethod().equals("GET")) {
                answer(exchange, 200, FORM);
                return;
            }
            String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (sent.equals("_csrf=c%3D1&username=otto%40guildhall.example&password=right+one")
                    && "a=1&b=2".equals(exchange.getRequestURI().getQuery())) {
                exchange.getResponseHeaders().add("Set-Cookie", "guildhall=sealed; Path=/; HttpOnly; SameSite=Lax");
                exchange.getResponseHeaders().add("Set-Cookie", "XSRF-TOKEN=x-1; Path=/; SameSite=Lax");
                redirect(exchange, "/");
            } else {
                answer(exchange, 200, FORM);
            }
        });
        server.createContext("/api/me/tokens", exchange -> {
            boolean genuine = "x-1".equals(exchange.getRequestHeaders().getFirst("X-XSRF-TOKEN"))
                    && String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"))
                            .contains("guildhall=sealed");
            if (exchange.getRequestMethod().equals("GET")) {
                boolean waited =
                        "member.0/7".equals(exchange.getRequestHeaders().getFirst("Guildhall-After"));
                answer(exchange, 200, waited ? "{\"items\":[{\"id\":\"tok_1\"}]}" : "{\"items\":[]}");
                return;
            }
            exchange.getResponseHeaders().add("Guildhall-Position", "member.0/7");
            answer(
                    exchange,
                    genuine ? 201 : 403,
                    genuine ? "{\"tokenId\":\"tok_1\",\"token\":\"ghp_1\"}" : "{\"type\":\"/problems/csrf\"}");
        });
        server.createContext("/api/me", exchange -> {
            boolean known = "Bearer ghp_1".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            answer(
                    exchange,
                    known ? 200 : 401,
                    known
                            ? "{}"
                            : "{\"type\":\"/problems/invalid-token\",\"detail\":\"The token has ended.\","
                                    + "\"errors\":[{\"pointer\":\"/a\",\"detail\":\"is bad\"}]}");
        });
        server.createContext("/", exchange -> answer(exchange, 200, "first page"));
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void goesThroughTheFormAndTakesAToken() {
        assertThat(SignIn.as(client, "otto@guildhall.example", "right one")).isTrue();
        String token = SignIn.token(client, "command", 30);
        assertThat(client.withToken(token).get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void saysWhenThePasswordIsNotAccepted() {
        assertThat(SignIn.as(client, "otto@guildhall.example", "wrong")).isFalse();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> SignIn.token(client, "command", 30))
                .withMessage("POST /api/me/tokens: 403 csrf");
    }

    @Test
    void saysInOneLineWhatWasRefusedAndWhy() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> client.withToken("other").get("/api/me").expect(200))
                .withMessage("GET /api/me: 401 invalid-token (The token has ended.) /a is bad");
    }

    @Test
    void saysWhenNobodyAnswers() {
        server.stop(0);
        assertThatExceptionOfType(Unreachable.class)
                .isThrownBy(() -> client.post("/api/me", Map.of()))
                .withMessageStartingWith("POST /api/me at http://127.0.0.1:");
    }

    private static HttpServer create() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
