package io.guildhall.member;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the service as a browser, which keeps cookies and follows nothing by itself, or as a program with a token. */
final class Browser {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI origin;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private @Nullable String authorization;
    private @Nullable String idempotencyKey;
    private @Nullable String userAgent;

    Browser(URI origin) {
        this.origin = origin;
    }

    /** An answer, with what is asked of it most. */
    record Reply(int status, String body, HttpResponse<String> raw) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        String code() {
            return json().path("code").asString();
        }

        String location() {
            return raw.headers().firstValue("Location").orElseThrow();
        }

        /** The hidden fields of the page's form. */
        Map<String, String> hidden() {
            Map<String, String> fields = new HashMap<>();
            Matcher matcher = HIDDEN.matcher(body);
            while (matcher.find()) {
                fields.put(
                        matcher.group(1), matcher.group(2).replace("&amp;", "&").replace("&#x3D;", "="));
            }
            return fields;
        }
    }

    Browser bearer(String token) {
        authorization = "Bearer " + token;
        return this;
    }

    Browser basic(String user, String secret) {
        authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Sends this {@code Idempotency-Key} with everything. */
    Browser key(String key) {
        idempotencyKey = key;
        return this;
    }

    /** Says that it is this {@code User-Agent}. */
    Browser as(String name) {
        userAgent = name;
        return this;
    }

    Map<String, String> cookies() {
        return cookies;
    }

    Reply get(String path) {
        return send(request(path).GET());
    }

    Reply delete(String path) {
        return send(request(path).DELETE());
    }

    Reply delete(String path, Object body) {
        return json("DELETE", path, JSON.writeValueAsString(body));
    }

    Reply put(String path) {
        return send(request(path).PUT(BodyPublishers.noBody()));
    }

    Reply post(String path, Object body) {
        return json("POST", path, JSON.writeValueAsString(body));
    }

    Reply json(String method, String path, String body) {
        return send(
                request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body)));
    }

    Reply form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(origin.resolve(path)).header("Accept-Language", "en");
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        if (userAgent != null) {
            request.header("User-Agent", userAgent);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Reply(answer.statusCode(), answer.body(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(pair.indexOf('=') + 1);
        if (value.isEmpty()) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }
}
