package io.guildhall.local.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.guildhall.local.LocalFailure;
import io.guildhall.local.LocalFailure.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Opens the one file of a store, or says in one line why not. The file appears under its name only when it is whole, so
 * that one without our mark is damaged or somebody else's and is never touched.
 */
final class StoreFile {

    static final String NAME = "store.mv";
    private static final String UNFINISHED = "store.mv.new";
    private static final String MARK = "guildhall";
    private static final byte[] FORMAT = "format".getBytes(UTF_8);
    private static final byte[] VERSION = "1".getBytes(UTF_8);

    private static final int CACHE_MEGABYTES = 64;
    private static final int PAGE_BYTES = 4096;
    /** Compaction keeps freed parts of the file for a while, for readers of older versions. */
    private static final int RETENTION_MILLIS = 5_000;

    private static final int VERSIONS_TO_KEEP = 2;
    private static final int WORTH_COMPACTING_PERCENT = 70;
    private static final int COMPACTED_BYTES = 8 * 1024 * 1024;
    private static final int CLOSING_MILLIS = 200;

    private StoreFile() {}

    static MVStore inMemory() {
        return new MVStore.Builder().open();
    }

    static MVStore open(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                create(folder, file);
            }
            return opened(file);
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
                throw foreign(folder);
            }
        }
        try (MVStore store = builder(unfinished).open()) {
            mark(store).put(FORMAT, VERSION);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static MVStore opened(Path file) {
        MVStore store = builder(file).open();
        if (!store.hasMap(MARK) || !mark(store).containsKey(FORMAT)) {
            store.closeImmediately();
            throw foreign(file.toAbsolutePath());
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

    /** Frees parts of the file in small steps; to be called while nothing writes. */
    static void compact(MVStore store) {
        store.getFileStore().compact(WORTH_COMPACTING_PERCENT, COMPACTED_BYTES);
        store.commit();
    }

    static void close(MVStore store) {
        store.close(CLOSING_MILLIS);
    }

    private static LocalFailure foreign(Path path) {
        return new LocalFailure(
                Reason.FOREIGN_OR_DAMAGED_DATA,
                path + " holds something else than a store of Guildhall: choose another folder or move it away");
    }

    static LocalFailure failure(Path folder, Throwable cause) {
        int code = cause instanceof MVStoreException failed ? failed.getErrorCode() : DataUtils.ERROR_INTERNAL;
        return switch (code) {
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
}
