package io.guildhall.analytics.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.DataOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** There is a process for the next query, and none is left behind. */
class SandboxPoolTest {

    private final Sandboxes processes = new Sandboxes();
    private final SandboxEngine engine = new SandboxEngine();
    private final SandboxPool pool = new SandboxPool();

    @AfterEach
    void close() throws Exception {
        pool.close();
        engine.close();
        assertThat(processes.alive()).isEmpty();
    }

    @Test
    void replacesWhatIsTaken() throws Exception {
        pool.start(1);
        Set<ProcessHandle> first = processes.alive();
        assertThat(first).hasSize(1);

        try (var _ = take()) {
            assertThat(processes.alive()).containsAll(first);
            try (var second = take()) {
                assertThat(answer(second)).containsExactly("{\"n\":2}");
            }
        }
        assertThat(processes.alive()).doesNotContainAnyElementsOf(first);
    }

    @Test
    void replacesWhatDiesWhileItWaits() throws Exception {
        pool.start(1);
        Set<ProcessHandle> first = processes.alive();

        first.forEach(ProcessHandle::destroyForcibly);
        await().until(processes::alive, alive -> !alive.isEmpty() && Collections.disjoint(alive, first));

        try (var second = take()) {
            assertThat(answer(second)).containsExactly("{\"n\":2}");
        }
    }

    @Test
    void saysThatNoneIsReady() {
        assertThatThrownBy(() -> pool.take(System.nanoTime())).isInstanceOf(EngineNotReady.class);
    }

    @Test
    void leavesNothingWhenItIsClosed() {
        pool.start(2);
        Set<ProcessHandle> waiting = processes.alive();
        String[] arguments = waiting.iterator().next().info().arguments().orElseThrow();
        Path folder = Path.of(arguments[arguments.length - 1]);
        assertThat(waiting).hasSize(2);
        assertThat(folder).isDirectoryContaining("glob:**.jar");

        pool.close();

        assertThat(processes.alive()).isEmpty();
        assertThat(folder).doesNotExist();
    }

    /** What a process sees of the end of a service that is killed. */
    @Test
    void aProcessThatWaitsEndsWithWhoStartedItAndTidiesUp() throws Exception {
        Path folder = engine.folder();
        Process process = new ProcessBuilder(SandboxEngine.command(folder)).start();
        assertThat(process.getInputStream().read()).isEqualTo(SandboxMain.WAITING);

        process.getOutputStream().close();

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(folder).doesNotExist();
    }

    @Test
    void aProcessThatRunsAQueryEndsWithWhoStartedIt() throws Exception {
        Process process = new ProcessBuilder(SandboxEngine.command(engine.folder())).start();
        assertThat(process.getInputStream().read()).isEqualTo(SandboxMain.WAITING);
        var out = new DataOutputStream(process.getOutputStream());
        out.writeInt(0);
        SandboxMain.write(out, SandboxTest.RUNAWAY);
        out.writeInt(1);
        out.flush();
        assertThat(process.getInputStream().read()).isEqualTo(SandboxMain.READY);

        out.close();

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theEngineIsLaidOutAgainWhereItWasTidiedAway() throws Exception {
        Path first = engine.folder();
        assertThat(engine.folder()).isEqualTo(first);
        try (var files = Files.list(first)) {
            Files.delete(files.findFirst().orElseThrow());
        }

        Path second = engine.folder();

        assertThat(second).isNotEqualTo(first);
        assertThat(first).doesNotExist();
        try (var process = new SandboxProcess(second)) {
            assertThat(answer(process)).containsExactly("{\"n\":2}");
        }
    }

    private SandboxProcess take() {
        return pool.take(System.nanoTime() + Duration.ofSeconds(20).toNanos());
    }

    private static List<String> answer(SandboxProcess process) throws Exception {
        process.ready().get(20, TimeUnit.SECONDS);
        return process.ask(List.of("SET threads = 1"), "SELECT 1 + 1 AS n", 1)
                .get()
                .rows();
    }
}
