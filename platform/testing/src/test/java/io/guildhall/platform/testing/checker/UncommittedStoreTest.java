package io.guildhall.platform.testing.checker;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.local.store.EmbeddedStore;
import io.guildhall.platform.ServiceName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the embedded store as a process: it loses nothing, unless it answers before it commits, which must show. */
@Tag("long")
class UncommittedStoreTest {

    private static final int SALES = 300;

    @TempDir
    Path folder;

    @Test
    void losesNothingWhenItCommitsBeforeItAnswers() throws Exception {
        Findings findings = afterKill("COMMIT_BEFORE_ACKNOWLEDGE");

        assertThat(findings.clean()).as(findings.toString()).isTrue();
    }

    @Test
    void isSeenToLoseWhenItAnswersBeforeItCommits() throws Exception {
        assertThat(afterKill("ACKNOWLEDGE_BEFORE_COMMIT").of(Count.LOST)).isPositive();
    }

    private Findings afterKill(String durability) throws Exception {
        Path data = folder.resolve("data");
        ServiceName service = sellAndKill(data, durability);
        Process restarted = store(data, durability);
        try (var till = new Till(address(restarted), folder, service)) {
            till.readModel().drop();
            till.commits().forEach(till::project);
            return till.checker().check();
        } finally {
            restarted.destroyForcibly().waitFor();
        }
    }

    private ServiceName sellAndKill(Path data, String durability) throws Exception {
        Process store = store(data, durability);
        try (var till = new Till(address(store), folder)) {
            for (int i = 0; i < SALES; i++) {
                till.sell("op-" + i, "counter-" + i % 5);
            }
            store.destroyForcibly().waitFor();
            return till.service;
        } finally {
            store.destroyForcibly();
        }
    }

    private static Process store(Path folder, String durability) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-Dguildhall.store.durability=" + durability,
                        "-Dguildhall.store.housekeeping-millis=3600000",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedStore.class.getName(),
                        folder.toString(),
                        "0"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String address(Process store) throws IOException {
        for (String line = store.inputReader().readLine();
                line != null;
                line = store.inputReader().readLine()) {
            if (line.startsWith("READY ")) {
                return line.substring("READY ".length());
            }
        }
        throw new IOException("The store does not start");
    }
}
