package io.guildhall.load.bench;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.stack.Parts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole Guildhall that {@code ./guildhall up} started, with its demo, as its data folder tells of it. */
public final class House {

    private static final JsonMapper JSON = new JsonMapper();

    /** As they are called in paths, for example {@code course}. */
    public static final List<String> SERVICES =
            Parts.SERVICES.stream().map(Parts::shortName).toList();

    private final Path data;
    private final int port;

    public House(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    public String origin() {
        return "http://127.0.0.1:" + port;
    }

    /** Who founded the demo's community. */
    public GuildhallClient owner() {
        return new GuildhallClient(URI.create(origin())).withToken(ownerToken());
    }

    public String ownerToken() {
        return read("owner.token");
    }

    /** An id that the making of the demo kept, by the name of its step. */
    public String made(String step) {
        return JSON.readTree(read("demo.json")).path("made").path(step).asString();
    }

    /** Who looks after the installation. */
    public GuildhallClient operator() {
        return new GuildhallClient(URI.create(origin())).withToken(read("token"));
    }

    /** Whether every event is published and everything that follows events has seen it. */
    public boolean quiet() {
        return SERVICES.stream()
                .map(service -> operator().get("/api/ops/" + service + "/status"))
                .allMatch(reply -> reply.status() == 200 && behind(reply.json()) == 0);
    }

    private static long behind(JsonNode status) {
        return Stream.of("logs", "followers")
                .flatMap(what -> status.path(what).valueStream())
                .mapToLong(each -> each.path("lag").asLong())
                .sum();
    }

    /** The process that keeps the parts running. */
    public long supervisor() {
        return state().path("pid").asLong();
    }

    public long pid(String part) {
        return state(part).path("pid").asLong();
    }

    /** Where a part listens, without the gateway. */
    public String address(String part) {
        return "http://127.0.0.1:" + state(part).path("port").asInt();
    }

    public int restarts(String part) {
        return state(part).path("restarts").asInt();
    }

    public boolean ready(String part) {
        return state(part).path("phase").asString().equals("READY");
    }

    private JsonNode state(String part) {
        return state().path("parts")
                .valueStream()
                .filter(each -> each.path("name").asString().equals(part))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode state() {
        return JSON.readTree(read("run/state.json"));
    }

    private String read(String file) {
        try {
            return Files.readString(data.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
