package io.guildhall.platform.testing.checker;

import io.guildhall.platform.testing.checker.Operation.Outcome;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A load driver's own account, one JSON object in a line: one line before each call, one after it. A call without a
 * second line never returned.
 */
public final class OperationLog implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Sent(
            String opId,
            String client,
            String type,
            String key,
            @Nullable String command,
            long tInvoke) {}

    private record Returned(String opId, long tReturn, Outcome outcome) {}

    private final BufferedWriter lines;

    public OperationLog(Path file) {
        try {
            lines = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Before the call.
     *
     * @param command see {@link CommandIds}; {@code null} when operations are matched in another way
     */
    public void sent(String opId, String client, String type, String key, @Nullable String command) {
        write(new Sent(opId, client, type, key, command, System.currentTimeMillis()));
    }

    public void returned(String opId, Outcome outcome) {
        write(new Returned(opId, System.currentTimeMillis(), outcome));
    }

    private synchronized void write(Object line) {
        try {
            lines.write(JSON.writeValueAsString(line));
            lines.newLine();
            lines.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Every operation of a file, in the order in which they were sent. */
    public static List<Operation> read(Path file) {
        Map<String, Operation> operations = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                if (line.contains("\"tReturn\"")) {
                    Returned returned = JSON.readValue(line, Returned.class);
                    operations.computeIfPresent(
                            returned.opId, (_, sent) -> sent.returned(returned.tReturn, returned.outcome));
                } else {
                    Sent sent = JSON.readValue(line, Sent.class);
                    operations.put(
                            sent.opId,
                            new Operation(
                                    sent.opId,
                                    sent.client,
                                    sent.type,
                                    sent.key,
                                    sent.command,
                                    sent.tInvoke,
                                    null,
                                    Outcome.INFO));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new ArrayList<>(operations.values());
    }
}
