package io.guildhall.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a data folder says of itself.
 *
 * @param port the gateway's port, kept because issued tokens name it
 * @param seeded whether the demo is in it
 */
public record FolderFacts(int format, int port, Instant createdAt, boolean seeded) {

    static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static FolderFacts fresh(int port) {
        return new FolderFacts(FORMAT, port, Instant.now(), false);
    }

    public FolderFacts withPort(int chosen) {
        return new FolderFacts(format, chosen, createdAt, seeded);
    }

    public FolderFacts withDemo() {
        return new FolderFacts(format, port, createdAt, true);
    }

    static @Nullable FolderFacts read(Path file) throws IOException {
        try {
            return JSON.readValue(Files.readString(file), FolderFacts.class);
        } catch (JacksonException e) {
            return null;
        }
    }

    void write(Path file) {
        PrivateFiles.replace(file, JSON.writeValueAsString(this) + "\n");
    }
}
