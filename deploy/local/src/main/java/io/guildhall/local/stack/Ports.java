package io.guildhall.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ports of one stack, all counted from the gateway's; every one is bound to loopback only. */
public record Ports(int gateway) {

    public static final int DEFAULT = 8080;

    public Ports {
        if (gateway < 1024 || gateway > 65_523) {
            throw new StackFailure(ExitCode.USAGE, "The port must be between 1024 and 65523, not " + gateway + ".");
        }
    }

    /** The fixed distance of each part's port from the gateway's. */
    public Map<String, Integer> all() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put(Parts.STORE, gateway + 10);
        ports.put(Parts.BROKER, gateway + 11);
        ports.put(Parts.BROKER + " controller", gateway + 12);
        ports.put(Parts.MEMBER, gateway + 1);
        ports.put(Parts.COURSE, gateway + 2);
        ports.put(Parts.COMMUNITY, gateway + 3);
        ports.put(Parts.BILLING, gateway + 4);
        ports.put(Parts.ANALYTICS, gateway + 5);
        ports.put(Parts.GATEWAY, gateway);
        return ports;
    }

    public int of(String part) {
        Integer port = all().get(part);
        if (port == null) {
            throw new IllegalArgumentException(part);
        }
        return port;
    }

    /** Refuses when another program listens on a port that a part needs. */
    public void requireFree(Iterable<String> parts) {
        for (String part : parts) {
            int port = of(part);
            if (!free(port)) {
                throw new StackFailure(
                        ExitCode.PORT_BUSY,
                        "Port %d, needed for %s, is taken by another program; choose others with --port (now %d)."
                                .formatted(port, part, gateway));
            }
        }
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
