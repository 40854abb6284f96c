package io.guildhall.local.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Reads the end of a growing file line by line; a file that became shorter is read from its start. */
final class LogTail {

    private static final int AT_ONCE = 1 << 20;

    private final Path file;
    private long position;

    LogTail(Path file) {
        this.file = file;
    }

    List<String> last(int count) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            position = Math.max(0, open.length() - AT_ONCE);
        }
        List<String> lines = more();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    /** Whole lines only; what has no line end yet comes later. */
    List<String> more() throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            if (open.length() < position) {
                position = 0;
            }
            byte[] bytes = new byte[(int) Math.min(AT_ONCE, open.length() - position)];
            open.seek(position);
            open.readFully(bytes);
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            position += end;
            return new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
        }
    }
}
