package io.guildhall.analytics.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.guildhall.analytics.Story;
import io.guildhall.analytics.lake.TestLake;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A process that dies before it has begun with a query is no fault of the query. */
class SandboxDeathsTest {

    private final Sandboxes processes = new Sandboxes();
    private final Path folder;
    private final Sandbox sandbox;

    SandboxDeathsTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        sandbox = new Sandbox(
                new QueryGate(), TestLake.of(folder, new Story().joins("mem_1").events()));
    }

    @BeforeEach
    void start() {
        sandbox.start();
    }

    @AfterEach
    void stop() {
        sandbox.stop();
    }

    @Test
    void theQueryRunsInAnother() throws Exception {
        Set<ProcessHandle> waiting = processes.alive();
        for (ProcessHandle process : waiting) {
            signal("STOP", process);
        }
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        var result = CompletableFuture.supplyAsync(
                () -> sandbox.runUnchecked("SELECT 7 AS n", "com_1", SandboxTest.ALWAYS, end));
        await().until(() -> processes.alive().size() > waiting.size());

        waiting.forEach(ProcessHandle::destroyForcibly);

        assertThat(result.get().rows()).containsExactly("{\"n\":7}");
    }

    @Test
    void whereEachDiesTheEngineIsNotReady() throws Exception {
        FileSystemUtils.deleteRecursively(folder.resolve("first/data"));

        assertThatThrownBy(() -> sandbox.run("SELECT 1", "com_1", SandboxTest.ALWAYS))
                .isInstanceOf(EngineNotReady.class);
    }

    @Test
    void whoseEngineNeverBeginsIsNotCalledSlow() throws Exception {
        for (ProcessHandle process : processes.alive()) {
            signal("STOP", process);
        }

        assertThatThrownBy(() -> sandbox.run("SELECT 1", "com_1", SandboxTest.ALWAYS))
                .isInstanceOf(EngineNotReady.class);
    }

    private static void signal(String name, ProcessHandle process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
