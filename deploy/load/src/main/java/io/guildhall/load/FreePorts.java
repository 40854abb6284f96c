package io.guildhall.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Ports that nobody listens at. */
final class FreePorts {

    private FreePorts() {}

    /** The first of so many free ports in a row. */
    static int inARow(int many) {
        for (int base = 24_000; base < 31_000; base += many) {
            if (allFree(base, many)) {
                return base;
            }
        }
        throw new IllegalStateException("No " + many + " free ports in a row");
    }

    private static boolean allFree(int base, int many) {
        return IntStream.range(base, base + many).allMatch(FreePorts::isFree);
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
