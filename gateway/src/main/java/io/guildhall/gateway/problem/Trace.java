package io.guildhall.gateway.problem;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.springframework.web.server.ServerWebExchange;

/** The W3C trace of a request: the caller's when well-formed, else a new one; services receive it. */
public record Trace(String id, String parent) {

    private static final String ATTRIBUTE = Trace.class.getName();
    private static final Pattern WELL_FORMED =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** The same trace for every call with the same exchange. */
    public static Trace of(ServerWebExchange exchange) {
        return (Trace) exchange.getAttributes().computeIfAbsent(ATTRIBUTE, key -> read(exchange));
    }

    private static Trace read(ServerWebExchange exchange) {
        String given = exchange.getRequest().getHeaders().getFirst("traceparent");
        var matcher = WELL_FORMED.matcher(given == null ? "" : given);
        if (given != null && matcher.matches()) {
            return new Trace(matcher.group(1), given);
        }
        String id = hex(16);
        return new Trace(id, "00-" + id + "-" + hex(8) + "-01");
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        random[0] |= 1;
        return HexFormat.of().formatHex(random);
    }
}
