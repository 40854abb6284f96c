package io.guildhall.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a data folder says of itself.
 *
 * @param port the gateway's port, kept because issued tokens name it
 * @param seeded whether the demo is in it
 * @param clockBeginning how far the moved clock was from the real one when the folder was new; absent where it was not
 */
public record FolderFacts(
        int format,
        int port,
        Instant createdAt,
        boolean seeded,
        @Nullable Duration clockBeginning) {

    static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static FolderFacts fresh(int port) {
        return new FolderFacts(FORMAT, port, Instant.now(), false, null);
    }

    public FolderFacts withPort(int chosen) {
        return new FolderFacts(format, chosen, createdAt, seeded, clockBeginning);
    }

    public FolderFacts withDemo() {
        return new FolderFacts(format, port, createdAt, true, clockBeginning);
    }

    /** Without effect once the services of the folder have run. */
    public FolderFacts withClockBeginning(Duration offset) {
        return new FolderFacts(format, port, createdAt, seeded, offset);
    }

    /** What the stack's processes are told beside their settings. */
    Map<String, String> environment() {
        return clockBeginning == null ? Map.of() : Map.of("GUILDHALL_CLOCK_BEGINNING", clockBeginning.toString());
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
