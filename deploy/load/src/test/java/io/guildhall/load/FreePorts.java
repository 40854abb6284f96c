package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

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
        for (int port = base; port < base + many; port++) {
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                assertThat(socket.getLocalPort()).isEqualTo(port);
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }
}
