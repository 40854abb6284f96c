package io.guildhall.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.guildhall.local.LocalFailure.Reason;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that cannot serve says why in one line, with an exit code for each reason. */
class StoreExitTest {

    @TempDir
    private Path folder = Path.of("");

    private void ends(Reason reason, String says, String... arguments) throws Exception {
        Process process = StoreProcess.launch(List.of(), arguments);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(StoreProcess.text(process.errorReader()))
                .startsWith("store: ")
                .contains(says)
                .doesNotContain("\n");
        assertThat(StoreProcess.text(process.inputReader())).isEmpty();
        assertThat(process.exitValue()).isEqualTo(reason.exitCode());
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
        ends(Reason.FOREIGN_OR_DAMAGED_DATA, "holds something else", folder.toString(), "0");
        assertThat(folder.resolve("thesis.txt")).hasContent("all I have");
        assertThat(folder.resolve(StoreFile.NAME)).doesNotExist();
    }

    @Test
    void whenItsFileIsNotAStore() throws Exception {
        Files.writeString(folder.resolve(StoreFile.NAME), "half of something");
        ends(Reason.FOREIGN_OR_DAMAGED_DATA, "is damaged", folder.toString(), "0");
        assertThat(folder.resolve(StoreFile.NAME)).hasContent("half of something");
    }

    @Test
    void whenItsFileIsEmpty() throws Exception {
        Files.createFile(folder.resolve(StoreFile.NAME));
        ends(Reason.FOREIGN_OR_DAMAGED_DATA, "holds something else", folder.toString(), "0");
    }

    @Test
    void whenItsFileLacksItsEnd() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.start(folder, 0);
                MongoClient client = MongoClients.create(store.uri())) {
            var documents = client.getDatabase("d").getCollection("c");
            for (int i = 0; i < 200; i++) {
                documents.insertOne(new Document("_id", i).append("text", "x".repeat(2_000)));
            }
        }
        Path file = folder.resolve(StoreFile.NAME);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 3));
        ends(Reason.FOREIGN_OR_DAMAGED_DATA, "", folder.toString(), "0");
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
