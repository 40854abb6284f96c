package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.hall.Hall;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Guards the version of the HTTP server: one of its releases forgot a request now and then. */
class KeptConnectionTest {

    @Test
    void answersEveryRequestOfAKeptConnection() throws IOException {
        try (Hall hall = new Hall(
                        "guildhall.gateway.limits.anonymous.sustained.quota=100000",
                        "guildhall.gateway.limits.anonymous.burst.quota=100000");
                Socket connection =
                        new Socket("127.0.0.1", URI.create(hall.origin()).getPort())) {
            connection.setSoTimeout(10_000);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            for (int request = 0; request < 600; request++) {
                assertThat(ask(connection.getOutputStream(), in, "/readyz")).isEqualTo("HTTP/1.1 200 OK");
                assertThat(ask(connection.getOutputStream(), in, "/api/unknown"))
                        .isEqualTo("HTTP/1.1 404 Not Found");
            }
        }
    }

    private static String ask(OutputStream out, BufferedReader in, String path) throws IOException {
        out.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        String status = in.readLine();
        int length = 0;
        for (String header = in.readLine(); !header.isEmpty(); header = in.readLine()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).strip());
            }
        }
        for (int read = 0; read < length; read++) {
            in.read();
        }
        return status;
    }
}
