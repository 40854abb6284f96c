package io.guildhall.local.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Notes beside the file which version of it was complete. The file itself falls back to its last readable version
 * without a word when its end is missing; the note betrays that.
 */
final class VersionNote {

    static final String NAME = "store.version";

    private final Path file;
    private final Path unfinished;
    private long written = -1;

    VersionNote(Path folder) {
        this.file = folder.resolve(NAME);
        this.unfinished = folder.resolve(NAME + ".new");
    }

    /** -1 when there is no note. */
    long read() throws IOException {
        try {
            return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : -1;
        } catch (NumberFormatException e) {
            throw new IOException(file + " holds no number", e);
        }
    }

    void write(long version) {
        if (version == written) {
            return;
        }
        try {
            Files.writeString(unfinished, version + "\n");
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            written = version;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
