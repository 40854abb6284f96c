package io.guildhall.local.client;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back for one request, whatever its status. */
public record Reply(String asked, URI address, int status, String body, HttpHeaders headers) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Reply of(String asked, HttpResponse<String> response) {
        return new Reply(asked, response.uri(), response.statusCode(), response.body(), response.headers());
    }

    /** @throws Refused unless the status is one of these */
    public Reply expect(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(expected -> expected == status)) {
            throw new Refused(this);
        }
        return this;
    }

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** The body as JSON; a missing node when it is not. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    /** A text of the body's top level. */
    public String text(String name) {
        return json().path(name).asString("");
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The problem's name, for example {@code entitlement-required}; empty when the body is no problem. */
    public String problem() {
        String type = text("type");
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
