package io.guildhall.local;

import io.guildhall.local.LocalFailure.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds loopback ports for servers, below the range from which the system takes ports for outgoing connections. */
public final class Ports {

    private static final int LOWEST = 20_000;
    private static final int EPHEMERAL = 32_768;

    private Ports() {}

    /** The asked port, or a free one when 0 is asked. */
    public static int orFree(int port) {
        return port == 0 ? free() : port;
    }

    public static int free() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, EPHEMERAL);
            if (isFree(port)) {
                return port;
            }
        }
        throw new LocalFailure(Reason.PORT_BUSY, "no free port between " + LOWEST + " and " + EPHEMERAL);
    }

    /** Promises nothing for later: another process may take the port before it is used. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    public static void requireFree(int port) {
        if (!isFree(port)) {
            throw new LocalFailure(Reason.PORT_BUSY, "port " + port + " is busy: choose another or stop what uses it");
        }
    }
}
