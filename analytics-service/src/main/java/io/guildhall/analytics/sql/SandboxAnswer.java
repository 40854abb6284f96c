package io.guildhall.analytics.sql;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link SandboxMain} writes about its query, and no more of it than fits into this process. */
final class SandboxAnswer {

    /** Of one row. */
    static final int MOST_ROW_BYTES = 8 * 1024 * 1024;

    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private SandboxAnswer() {}

    /**
     * @param most how many rows are told; the process was asked for one more
     * @throws QueryFailed when the engine said so
     * @throws QueryTooLarge when the answer is
     * @throws IOException when the answer is cut off
     */
    static QueryResult read(DataInputStream in, int most) throws IOException {
        List<QueryResult.Column> columns = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        long bytes = 0;
        while (true) {
            switch (in.readByte()) {
                case SandboxMain.COLUMNS -> {
                    int count = in.readInt();
                    for (int i = 0; i < count; i++) {
                        columns.add(new QueryResult.Column(SandboxMain.text(in), SandboxMain.text(in)));
                    }
                }
                case SandboxMain.ROW -> {
                    int length = in.readInt();
                    if (length > MOST_ROW_BYTES) {
                        throw new QueryTooLarge();
                    }
                    rows.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
                    bytes += rows.getLast().length();
                    if (bytes > MOST_BYTES) {
                        throw new QueryTooLarge();
                    }
                }
                case SandboxMain.END -> {
                    boolean truncated = rows.size() > most;
                    return new QueryResult(columns, truncated ? List.copyOf(rows.subList(0, most)) : rows, truncated);
                }
                default -> throw refusal(SandboxMain.text(in));
            }
        }
    }

    /** What the engine says while it binds is about the query; what it says later may be about others' data. */
    private static RuntimeException refusal(String message) {
        if (message.startsWith("Out of Memory")) {
            return new QueryTooLarge();
        }
        boolean binding = message.startsWith("Binder") || message.startsWith("Catalog") || message.startsWith("Parser");
        int end = message.indexOf(binding ? '\n' : ':');
        return new QueryFailed(end < 0 ? message : message.substring(0, end), QueryFailed.NOWHERE);
    }
}
