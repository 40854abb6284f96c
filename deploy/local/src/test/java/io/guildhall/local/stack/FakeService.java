package io.guildhall.local.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Stands for a service in tests of the stack: says that it is ready, and what its environment told it. */
final class FakeService {

    private FakeService() {}

    public static void main(String... arguments) throws IOException {
        Map<String, String> environment = System.getenv();
        int port = Integer.parseInt(environment.getOrDefault("SERVER_PORT", "0"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            byte[] body = environment.toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("ended " + Instant.now())));
        server.start();
    }
}
