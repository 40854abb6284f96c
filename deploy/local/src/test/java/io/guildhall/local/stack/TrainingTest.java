package io.guildhall.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {

    @TempDir
    Path folder;

    @Test
    void leavesACacheAndIsNotNeededAgain() throws Exception {
        Training training = training("echo cache of $PART > $FRESH", true);
        assertThat(training.needed()).isTrue();
        training.run();
        assertThat(folder.resolve("part.aot")).hasContent("cache of store");
        assertThat(training.needed()).isFalse();
    }

    @Test
    void endsARunThatServesOnceItIsReady() throws Exception {
        Training training =
                training("trap 'echo made > $FRESH; exit 0' TERM; echo READY; while :; do sleep 0.05; done", false);
        training.run();
        assertThat(folder.resolve("part.aot")).hasContent("made");
    }

    @Test
    void aRunThatIsInterruptedLeavesNothing() throws Exception {
        Training training = training("echo half > $FRESH; echo half > $FRESH.config; sleep 600", true);
        Thread run = new Thread(() -> {
            try {
                training.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        run.start();
        await().until(() -> Files.exists(Path.of(Training.fresh(folder.resolve("part.aot")) + ".config")));
        run.interrupt();
        run.join();
        assertThat(names()).containsExactly("part.aot.log");
        assertThat(training.needed()).isTrue();
    }

    @Test
    void aFailedRunIsNotTriedAgain() throws Exception {
        Training training = training("exit 1", true);
        training.run();
        assertThat(folder.resolve("part.aot")).doesNotExist();
        assertThat(training.needed()).isFalse();
        assertThat(names()).contains("part.aot.failed");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Training training(String script, boolean endsItself) {
        return new Training(
                folder.resolve("part.aot"),
                List.of("/bin/sh", "-c", script),
                Map.of(
                        "PART",
                        "store",
                        "FRESH",
                        Training.fresh(folder.resolve("part.aot")).toString()),
                folder,
                endsItself);
    }
}
