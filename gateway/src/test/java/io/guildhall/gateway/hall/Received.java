package io.guildhall.gateway.hall;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as a service saw it.
 *
 * @param from the port at the other end of its connection
 */
public record Received(String method, String path, Headers headers, byte[] body, int from) {

    public @Nullable String header(String name) {
        return headers.getFirst(name);
    }

    public List<String> headerNames() {
        return headers.keySet().stream().map(String::toLowerCase).toList();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
