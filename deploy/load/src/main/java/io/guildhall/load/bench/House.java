package io.guildhall.load.bench;

import io.guildhall.local.client.GuildhallClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole Guildhall that {@code ./guildhall up} started, with its demo. */
public final class House {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path data;
    private final int port;
    private final GuildhallClient owner;

    public House(Path data, int port) {
        this.data = data;
        this.port = port;
        this.owner = new GuildhallClient(URI.create(origin())).withToken(read("owner.token"));
    }

    public String origin() {
        return "http://127.0.0.1:" + port;
    }

    /** Who founded the demo's community. */
    public GuildhallClient owner() {
        return owner;
    }

    public String ownerToken() {
        return read("owner.token");
    }

    /** An id that the making of the demo kept, by the name of its step. */
    public String made(String step) {
        return JSON.readTree(read("demo.json")).path("made").path(step).asString();
    }

    public long pid(String part) {
        return state(part).path("pid").asLong();
    }

    /** Where a part listens, without the gateway. */
    public String address(String part) {
        return "http://127.0.0.1:" + state(part).path("port").asInt();
    }

    private JsonNode state(String part) {
        return JSON.readTree(read("run/state.json"))
                .path("parts")
                .valueStream()
                .filter(each -> each.path("name").asString().equals(part))
                .findFirst()
                .orElseThrow();
    }

    private String read(String file) {
        try {
            return Files.readString(data.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
