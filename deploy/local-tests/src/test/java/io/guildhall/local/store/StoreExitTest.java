package io.guildhall.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.guildhall.local.LocalFailure.Reason;
import io.guildhall.local.LocalProcess;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that cannot serve says why in one line, with an exit code for each reason. */
class StoreExitTest {

    @TempDir
    private Path folder = Path.of("");

    private void ends(Reason reason, String says, Object... arguments) throws Exception {
        try (LocalProcess process = LocalProcess.launch(List.of(), EmbeddedStore.class, List.of(), arguments)) {
            process.endsWith(reason, says);
        }
    }

    @Test
    void whenItIsCalledWrongly() throws Exception {
        ends(Reason.USAGE, "usage: store FOLDER PORT", folder.toString(), "many");
    }

    @Test
    void whenThePortIsBusy() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(busy.getLocalPort());
            ends(Reason.PORT_BUSY, "port " + port + " is busy", folder.toString(), port);
        }
    }

    @Test
    void whenAnotherStoreUsesTheFolder() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.start(folder, 0)) {
            assertThat(store.port()).isPositive();
            ends(Reason.FOLDER_IN_USE, "in use by another store", folder.toString(), "0");
        }
    }

    @Test
    void whenTheFolderHoldsSomethingElse() throws Exception {
        Files.writeString(folder.resolve("thesis.txt"), "all I have");
        ends(Reason.FOREIGN_OR_DAMAGED_DATA, "is neither empty nor a store", folder.toString(), "0");
        assertThat(folder.resolve("thesis.txt")).hasContent("all I have");
        assertThat(folder.resolve(StoreFile.NAME)).doesNotExist();
    }

    @Test
    void whenItsFileIsNotAStore() throws Exception {
        Files.writeString(folder.resolve(StoreFile.NAME), "half of something");
        ends(Reason.FOREIGN_OR_DAMAGED_DATA, "it is cut off", folder.toString(), "0");
        assertThat(folder.resolve(StoreFile.NAME)).hasContent("half of something");
    }

    @Test
    void whenItsFileIsEmpty() throws Exception {
        Files.createFile(folder.resolve(StoreFile.NAME));
        ends(Reason.FOREIGN_OR_DAMAGED_DATA, "it is cut off", folder.toString(), "0");
    }

    @Test
    void whenItsFileIsOfAnotherProgram() throws Exception {
        try (var other = new MVStore.Builder()
                .fileName(folder.resolve(StoreFile.NAME).toString())
                .open()) {
            other.openMap("other").put("a", "b");
        }
        ends(Reason.FOREIGN_OR_DAMAGED_DATA, "it is not of Guildhall", folder.toString(), "0");
    }

    @Test
    void whenItsFileHasLostItsEnd() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.start(folder, 0);
                MongoClient client = MongoClients.create(store.uri())) {
            var documents = client.getDatabase("d").getCollection("c");
            for (int i = 0; i < 200; i++) {
                documents.insertOne(new Document("_id", i).append("text", "x".repeat(2_000)));
            }
        }
        Path file = folder.resolve(StoreFile.NAME);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        ends(Reason.FOREIGN_OR_DAMAGED_DATA, "damaged", folder.toString(), "0");
    }

    /** A limit on the size of files stands for a full disk: the write fails in the same way. */
    @Test
    void whenTheDiskIsFullAndKeepsWhatItHadTold() throws Exception {
        List<String> limited = List.of("bash", "-c", "ulimit -f 3000; exec \"$0\" \"$@\"");
        int told = 0;
        try (LocalProcess process = LocalProcess.launch(limited, EmbeddedStore.class, List.of(), folder, 0)) {
            try (MongoClient client = MongoClients.create(process.awaitReady())) {
                var documents = client.getDatabase("d").getCollection("c");
                while (process.isAlive()) {
                    documents.insertOne(new Document("_id", told).append("text", "x".repeat(20_000)));
                    told++;
                }
            } catch (MongoException e) {
                process.endsWith(Reason.DISK, "cannot write " + folder + ": is the disk full?");
            }
        }
        try (EmbeddedStore store = EmbeddedStore.start(folder, 0);
                MongoClient client = MongoClients.create(store.uri())) {
            assertThat(told).isPositive();
            assertThat(client.getDatabase("d").getCollection("c").countDocuments())
                    .isBetween((long) told, told + 1L);
        }
    }

    @Test
    void whenTheFolderCannotBeMade() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        ends(Reason.DISK, "cannot write", file.resolve("below").toString(), "0");
    }

    @Test
    void beginsAnewOverAFirstStartThatWasCutOff() throws Exception {
        Files.writeString(folder.resolve("store.mv.new"), "begun");
        try (EmbeddedStore store = EmbeddedStore.start(folder, 0)) {
            assertThat(store.port()).isPositive();
        }
        assertThat(folder.resolve("store.mv.new")).doesNotExist();
    }
}
