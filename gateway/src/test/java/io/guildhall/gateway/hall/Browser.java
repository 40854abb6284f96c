package io.guildhall.gateway.hall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** A client that keeps cookies, never follows a redirect, and can sign in. */
public final class Browser {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final String origin;
    private final Issuer issuer;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Browser(String origin, Issuer issuer) {
        this.origin = origin;
        this.issuer = issuer;
    }

    /** The same cookies in another place, perhaps before another gateway. */
    public Browser copyAt(String otherOrigin) {
        Browser copy = new Browser(otherOrigin, issuer);
        copy.cookies.putAll(cookies);
        return copy;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public String cookie(String name) {
        return Objects.requireNonNull(cookies.get(name), name);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").stream()
                    .flatMap(line -> HttpCookie.parse(line).stream())
                    .forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Goes to the sign-in page and comes back with a code. */
    public HttpResponse<String> signIn(String memberId) {
        URI page = URI.create(get("/sign-in").headers().firstValue("Location").orElseThrow());
        MultiValueMap<String, String> asked =
                UriComponentsBuilder.fromUri(page).build().getQueryParams();
        String code = issuer.codeFor(memberId, one(asked, "nonce"), one(asked, "code_challenge"));
        return get("/login/oauth2/code/guildhall?code=" + code + "&state=" + one(asked, "state"));
    }

    private static String one(MultiValueMap<String, String> asked, String name) {
        return Objects.requireNonNull(asked.getFirst(name), name);
    }

    private void keep(HttpCookie cookie) {
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }
}
