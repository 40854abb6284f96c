package io.guildhall.local.demo.history;

import io.guildhall.local.stack.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far a history has come, kept in the data folder after each stop so that one that was cut off goes on.
 *
 * @param firstMorning when the story begins
 * @param password of every member of the story
 * @param offsetSeconds how far the clocks of the services are from the real one; negative until the end
 * @param move a move of the clocks that was begun and may be half done
 * @param stop the last step that is done whole; -1 before the first
 * @param tokens of the members, by their numbers; none once it is finished
 * @param checkouts where each member last paid
 */
public record HistoryState(
        HistorySize size,
        Instant firstMorning,
        String password,
        long offsetSeconds,
        @Nullable Move move,
        int stop,
        boolean finished,
        Map<Integer, String> tokens,
        Map<Integer, String> checkouts) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** All clocks forward by so many seconds, under a key that makes a repeated move one move. */
    record Move(String key, long seconds) {}

    public static Optional<HistoryState> read(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readString(file), HistoryState.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(Path file) {
        PrivateFiles.replace(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    }
}
