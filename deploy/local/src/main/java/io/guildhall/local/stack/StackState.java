package io.guildhall.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The supervisor's account of all its parts, written whole to the data folder at every change. */
public record StackState(long pid, Instant startedAt, String origin, List<PartState> parts) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public boolean ready() {
        return parts.stream().allMatch(part -> part.phase() == PartState.Phase.READY);
    }

    void write(Path file) {
        PrivateFiles.replace(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    }

    static Optional<StackState> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), StackState.class));
        } catch (JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
