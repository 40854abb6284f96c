package io.guildhall.gateway.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * The address that a request comes from: the peer's, or what a trusted proxy says of it.
 *
 * <p>{@code X-Forwarded-For} is read from its end, as far as the proxies that wrote it are trusted.
 */
@Component
public class ClientAddress {

    private final @Nullable Pattern trusted;

    /** @param trusted regular expression over addresses of proxies in front of the gateway; empty trusts none */
    ClientAddress(@Value("${guildhall.gateway.trusted-proxies:}") String trusted) {
        this.trusted = trusted.isBlank() ? null : Pattern.compile(trusted);
    }

    public String of(ServerHttpRequest request) {
        InetSocketAddress peer = request.getRemoteAddress();
        String address = peer == null ? "unknown" : peer.getAddress().getHostAddress();
        List<String> forwarded = request.getHeaders().getOrEmpty("X-Forwarded-For").stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .toList();
        for (String before : forwarded.reversed()) {
            if (!isTrusted(address)) {
                break;
            }
            address = before;
        }
        return address;
    }

    /** What limits count: the address, or of an IPv6 address the network, of which one household has 2^64 addresses. */
    public String counted(ServerHttpRequest request) {
        String address = of(request);
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == 16
                    ? Inet6Address.getByAddress(Arrays.copyOf(Arrays.copyOf(bytes, 8), 16))
                                    .getHostAddress() + "/64"
                    : address;
        } catch (IllegalArgumentException | UnknownHostException notAnAddress) {
            return "unknown";
        }
    }

    private boolean isTrusted(String address) {
        return trusted != null && trusted.matcher(address).matches();
    }
}
