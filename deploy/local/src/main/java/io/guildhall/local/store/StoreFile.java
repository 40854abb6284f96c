package io.guildhall.local.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.guildhall.local.LocalFailure;
import io.guildhall.local.LocalFailure.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * The file of a store and the note of how far it had come, or why it cannot be opened, in one line. The file appears
 * under its name only when it is whole: one without our mark is damaged or somebody else's and is not touched.
 */
final class StoreFile implements AutoCloseable {

    static final String NAME = "store.mv";
    private static final String UNFINISHED = "store.mv.new";
    private static final String MARK = "guildhall";
    private static final byte[] FORMAT = "format".getBytes(UTF_8);
    private static final byte[] VERSION = "1".getBytes(UTF_8);

    private static final int HEADER_BYTES = 8192;
    private static final int CACHE_MEGABYTES = 64;
    private static final int PAGE_BYTES = 4096;
    /** Compaction keeps freed parts of the file for a while, for readers of older versions. */
    private static final int RETENTION_MILLIS = 5_000;

    private static final int VERSIONS_TO_KEEP = 2;
    private static final int WORTH_COMPACTING_PERCENT = 70;
    private static final int COMPACTED_BYTES = 8 * 1024 * 1024;
    private static final int CLOSING_MILLIS = 200;

    private final Path folder;
    private final MVStore store;
    private final VersionNote note;

    private StoreFile(Path folder, MVStore store) {
        this.folder = folder;
        this.store = store;
        this.note = new VersionNote(folder);
    }

    static StoreFile open(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                create(folder, file);
            }
            return new StoreFile(folder, opened(folder, file));
        } catch (IOException e) {
            throw new LocalFailure(Reason.DISK, "cannot write " + folder, e);
        } catch (MVStoreException e) {
            throw failure(folder, e);
        }
    }

    private static void create(Path folder, Path file) throws IOException {
        Path unfinished = folder.resolve(UNFINISHED);
        Files.deleteIfExists(unfinished);
        try (Stream<Path> others = Files.list(folder)) {
            if (others.findAny().isPresent()) {
                throw new LocalFailure(
                        Reason.FOREIGN_OR_DAMAGED_DATA,
                        folder + " is neither empty nor a store: choose another folder");
            }
        }
        try (MVStore store = builder(unfinished).open()) {
            mark(store).put(FORMAT, VERSION);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static MVStore opened(Path folder, Path file) throws IOException {
        if (Files.size(file) < HEADER_BYTES) {
            throw damaged(file, "it is cut off");
        }
        MVStore store = builder(file).open();
        try {
            if (!store.hasMap(MARK) || !mark(store).containsKey(FORMAT)) {
                throw damaged(file, "it is not of Guildhall");
            }
            if (store.getCurrentVersion() < new VersionNote(folder).read()) {
                throw damaged(file, "its last part is missing; without " + VersionNote.NAME + " what is left opens");
            }
        } catch (LocalFailure | IOException e) {
            store.closeImmediately();
            throw e;
        }
        store.setRetentionTime(RETENTION_MILLIS);
        store.setVersionsToKeep(VERSIONS_TO_KEEP);
        return store;
    }

    private static MVMap<byte[], byte[]> mark(MVStore store) {
        return ByteArrays.open(store, MARK);
    }

    /** Without the buffer size a writer would commit by itself in the middle of a command. */
    private static MVStore.Builder builder(Path file) {
        return new MVStore.Builder()
                .fileName(file.toAbsolutePath().toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .autoCompactFillRate(0)
                .cacheSize(CACHE_MEGABYTES)
                .pageSplitSize(PAGE_BYTES);
    }

    MVStore store() {
        return store;
    }

    /** Frees parts of the file, in small steps, and notes how far it has come; to be called while nothing writes. */
    void keepHouse() {
        store.getFileStore().compact(WORTH_COMPACTING_PERCENT, COMPACTED_BYTES);
        store.commit();
        note.write(store.getCurrentVersion());
    }

    @Override
    public void close() {
        store.deregisterVersionUsage(store.registerVersionUsage()); // drops versions whose readers met a commit
        store.close(CLOSING_MILLIS);
        note.write(store.getCurrentVersion());
    }

    LocalFailure failure(Throwable cause) {
        return failure(folder, cause);
    }

    private static LocalFailure damaged(Path file, String how) {
        return new LocalFailure(Reason.FOREIGN_OR_DAMAGED_DATA, file + " is damaged or foreign: " + how);
    }

    private static LocalFailure failure(Path folder, Throwable cause) {
        return switch (code(cause)) {
            case DataUtils.ERROR_FILE_LOCKED ->
                new LocalFailure(Reason.FOLDER_IN_USE, folder + " is in use by another store");
            case DataUtils.ERROR_WRITING_FAILED ->
                new LocalFailure(Reason.DISK, "cannot write " + folder + ": is the disk full?", cause);
            case DataUtils.ERROR_INTERNAL ->
                new LocalFailure(Reason.INTERNAL, "the store in " + folder + " failed", cause);
            default ->
                new LocalFailure(Reason.FOREIGN_OR_DAMAGED_DATA, "the store in " + folder + " is damaged", cause);
        };
    }

    private static int code(Throwable cause) {
        return switch (cause) {
            case MVStoreException failed -> failed.getErrorCode();
            case UncheckedIOException _ -> DataUtils.ERROR_WRITING_FAILED;
            default -> DataUtils.ERROR_INTERNAL;
        };
    }
}
