package io.guildhall.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {

    @TempDir
    Path folder;

    @Test
    void leavesACacheAndIsNotNeededAgain() throws Exception {
        Training training = training("echo cache of $PART > part.aot", true);
        assertThat(training.needed()).isTrue();
        training.run();
        assertThat(folder.resolve("part.aot")).hasContent("cache of store");
        assertThat(training.needed()).isFalse();
    }

    @Test
    void endsARunThatServesOnceItIsReady() throws Exception {
        Training training =
                training("trap 'echo made > part.aot; exit 0' TERM; echo READY; while :; do sleep 0.05; done", false);
        training.run();
        assertThat(folder.resolve("part.aot")).hasContent("made");
    }

    @Test
    void aFailedRunIsNotTriedAgain() throws Exception {
        Training training = training("exit 1", true);
        training.run();
        assertThat(folder.resolve("part.aot")).doesNotExist();
        assertThat(training.needed()).isFalse();
        assertThat(Files.list(folder).map(file -> file.getFileName().toString()))
                .contains("part.aot.failed");
    }

    private Training training(String script, boolean endsItself) {
        return new Training(
                folder.resolve("part.aot"),
                List.of("/bin/sh", "-c", script),
                Map.of("PART", "store"),
                folder,
                endsItself);
    }
}
