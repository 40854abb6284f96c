package io.guildhall.local.client;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One caller of a gateway: keeps its own cookies, follows redirects, and sends a token or, once signed in as a browser,
 * the header against cross-site requests.
 */
public final class GuildhallClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI origin;
    private final @Nullable String token;
    private final Duration patience;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http;

    public GuildhallClient(URI origin) {
        this(origin, null, Duration.ofSeconds(30));
    }

    private GuildhallClient(URI origin, @Nullable String token, Duration patience) {
        this.origin = origin;
        this.token = token;
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** A caller of the same gateway that has no cookies and sends this token. */
    public GuildhallClient withToken(String personalAccessToken) {
        return new GuildhallClient(origin, personalAccessToken, patience);
    }

    /** A caller with the same token and no cookies that waits so long for each reply. */
    public GuildhallClient withPatience(Duration longest) {
        return new GuildhallClient(origin, token, longest);
    }

    public URI origin() {
        return origin;
    }

    public Reply get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Reply post(String path, @Nullable Object body, String... headers) {
        return send("POST", path, body, headers);
    }

    /**
     * @param body becomes JSON; a String is sent as it is
     * @param headers names and values in turn
     */
    public Reply send(String method, String path, @Nullable Object body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(origin.resolve(path)).timeout(patience).header("Accept", "application/json");
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        } else {
            cookie("XSRF-TOKEN").ifPresent(value -> request.header("X-XSRF-TOKEN", value));
        }
        for (int at = 0; at + 1 < headers.length; at += 2) {
            request.setHeader(headers[at], headers[at + 1]);
        }
        return exchange(request.method(method, publisher(body)).build());
    }

    /** Sends an HTML form as a browser does. */
    Reply submit(URI address, Map<String, String> fields) {
        return exchange(HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin.getScheme() + "://" + origin.getAuthority())
                .POST(HttpRequest.BodyPublishers.ofString(HtmlForm.encode(fields)))
                .build());
    }

    Reply page(URI address) {
        return exchange(HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Accept", "text/html")
                .build());
    }

    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static HttpRequest.BodyPublisher publisher(@Nullable Object body) {
        return switch (body) {
            case null -> HttpRequest.BodyPublishers.noBody();
            case String text -> HttpRequest.BodyPublishers.ofString(text, StandardCharsets.UTF_8);
            default -> HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        };
    }

    private Reply exchange(HttpRequest request) {
        String asked = request.method() + " " + request.uri().getPath();
        try {
            return Reply.of(asked, http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new Unreachable(asked + " at " + origin + ": " + e.getClass().getSimpleName() + " " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(asked + ": interrupted");
        }
    }
}
