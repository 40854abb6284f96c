package io.guildhall.local.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine;

/** A server in the place of a gateway. */
final class StubServer {

    private StubServer() {}

    static HttpServer create() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    static URI origin(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /**
     * Runs a command as somebody does who has the server's address and a token.
     *
     * @param folder for the token
     * @return its exit code
     */
    static int execute(HttpServer server, Path folder, StringWriter errors, String command) {
        try {
            Path token = Files.writeString(folder.resolve("token"), "ghp_x");
            CommandLine line = Guildhall.line();
            line.setErr(new PrintWriter(errors, true));
            Stream<String> where = Stream.of("--server", origin(server).toString(), "--token-file", token.toString());
            return line.execute(
                    Stream.concat(Stream.of(command.split(" ")), where).toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
