package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.load.Relay.Way;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {

    private static final int SHORT_MILLIS = 100;
    private static final int LONG_MILLIS = 10_000;

    private ServerSocket server;
    private Relay relay;
    private Socket client;
    private Socket there;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        relay = new Relay(0, server.getLocalPort());
        client = new Socket(InetAddress.getLoopbackAddress(), relay.port());
        there = server.accept();
        client.setSoTimeout(LONG_MILLIS);
        there.setSoTimeout(LONG_MILLIS);
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
        server.close();
        client.close();
        there.close();
    }

    @Test
    void carriesBytesBothWaysAndTheEnd() throws IOException {
        there.getOutputStream().write(1);
        assertThat(client.getInputStream().read()).isEqualTo(1);
        client.getOutputStream().write(2);
        assertThat(there.getInputStream().read()).isEqualTo(2);
        client.close();
        assertThat(there.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void holdsBackInAHoleAndCarriesOnAfterIt() throws IOException {
        relay.be(Way.HOLE);
        client.getOutputStream().write(1);
        assertNothingArrives(there);
        relay.be(Way.OPEN);
        assertThat(there.getInputStream().read()).isEqualTo(1);
    }

    @Test
    void takesRequestsAndGivesNoAnswerWhenDeaf() throws IOException {
        relay.be(Way.DEAF);
        client.getOutputStream().write(1);
        assertThat(there.getInputStream().read()).isEqualTo(1);
        there.getOutputStream().write(2);
        assertNothingArrives(client);
    }

    @Test
    void resetsWhenCut() {
        relay.be(Way.CUT);
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
    }

    @Test
    void tellsItsOwnPortInPlaceOfTheServers() throws IOException {
        there.getOutputStream().write(address(server.getLocalPort()));
        assertThat(client.getInputStream().readNBytes(13)).isEqualTo(address(relay.port()));
    }

    private static byte[] address(int port) {
        return ByteBuffer.allocate(13)
                .put("127.0.0.1".getBytes(StandardCharsets.US_ASCII))
                .putInt(port)
                .array();
    }

    private static void assertNothingArrives(Socket socket) throws IOException {
        socket.setSoTimeout(SHORT_MILLIS);
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        socket.setSoTimeout(LONG_MILLIS);
    }
}
