package io.guildhall.gateway.hall;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plays a service: remembers what it received and answers what it was told, else 200 with its name. */
public final class Service {

    /** What to answer. */
    public record Answer(int status, String contentType, String body, Map<String, String> headers) {

        public static Answer json(String body) {
            return new Answer(200, "application/json", body, Map.of());
        }

        public static Answer empty(int status) {
            return new Answer(status, "application/json", "", Map.of());
        }
    }

    private final String name;
    private final int port = Ports.free();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, Function<Received, Answer>> answers = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> hangUps = new ConcurrentHashMap<>();
    private @Nullable HttpServer server;

    Service(String name) {
        this.name = name;
        start();
    }

    public void start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    public void answer(String path, Function<Received, Answer> answer) {
        answers.put(path, answer);
    }

    /** Closes the connection without an answer, the next so many times. */
    public void hangUpOn(String path, int times) {
        hangUps.put(path, new AtomicInteger(times));
    }

    public List<Received> received(String path) {
        return received.stream().filter(request -> request.path().equals(path)).toList();
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public void forget() {
        received.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Received request = new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes(),
                    exchange.getRemoteAddress().getPort());
            received.add(request);
            if (hangUps.getOrDefault(request.path(), new AtomicInteger()).getAndDecrement() > 0) {
                return;
            }
            Answer answer = answers.getOrDefault(request.path(), seen -> Answer.json("{\"service\":\"" + name + "\"}"))
                    .apply(request);
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
