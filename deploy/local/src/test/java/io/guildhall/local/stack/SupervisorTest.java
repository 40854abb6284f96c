package io.guildhall.local.stack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.local.stack.PartState.Phase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    private static final Backoff QUICK =
            new Backoff(Duration.ofMillis(200), Duration.ofSeconds(2), Duration.ofMinutes(1));
    private static final String READY = "echo READY; exec sleep 600";

    @TempDir
    Path folder;

    private @Nullable Supervisor supervisor;

    @AfterEach
    void end() {
        if (supervisor != null) {
            supervisor.close();
        }
    }

    @Test
    void startsAPartOnlyWhenThoseBeforeItAreReady() {
        Supervisor started = start(part("late", READY, Set.of("slow")), part("slow", "sleep 1; " + READY, Set.of()));
        assertThat(phase(started, "late")).isEqualTo(Phase.WAITING);
        await().until(() -> started.current().ready());
        assertThat(startOf(started, "late")).isAfter(startOf(started, "slow").plusMillis(900));
    }

    @Test
    void startsAKilledPartAgainAfterABackOff() {
        Supervisor started = start(part("store", READY, Set.of()));
        await().until(() -> started.current().ready());
        long first = pid(started, "store");

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().until(() ->
                state(started, "store").restarts() == 1 && started.current().ready());
        assertThat(pid(started, "store")).isNotEqualTo(first);
    }

    @Test
    void waitsLongerAfterEachDeath() {
        Supervisor started = start(part("broken", "exit 3", Set.of()));
        await().until(() -> state(started, "broken").restarts() == 3);
        assertThat(state(started, "broken").says()).isEqualTo("ended with exit code 3; starts again in 0.8 s");
    }

    @Test
    void aLineOfAnEarlierRunDoesNotMakeAPartReady() throws Exception {
        Files.writeString(folder.resolve("quiet.log"), "READY\n");
        Supervisor started = start(part("quiet", "echo other; exec sleep 600", Set.of()));
        await().until(() -> phase(started, "quiet") == Phase.STARTING);
        await().during(Duration.ofMillis(400)).until(() -> phase(started, "quiet") == Phase.STARTING);
    }

    @Test
    void endsPartsInTheOppositeOrder() throws Exception {
        String last = "trap 'date +%s%N > ended-NAME; exit 0' TERM; echo READY; while :; do sleep 0.05; done";
        Supervisor started = start(
                part("store", last.replace("NAME", "store"), Set.of()),
                part("service", last.replace("NAME", "service"), Set.of("store")));
        await().until(() -> started.current().ready());

        started.close();

        assertThat(ended("service")).isLessThan(ended("store"));
        assertThat(started.current().parts()).allMatch(part -> part.phase() == Phase.STOPPED);
    }

    @Test
    void endsByForceWhatDoesNotEnd() {
        Supervisor started = start(part("deaf", "trap '' TERM; echo READY; while :; do sleep 0.1; done", Set.of()));
        await().until(() -> started.current().ready());
        long pid = pid(started, "deaf");

        started.close();

        await().until(() -> !ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
    }

    @Test
    void writesItsStateForOthersToRead() {
        Supervisor started = start(part("store", READY, Set.of()));
        await().until(() -> StackState.read(folder.resolve("state.json"))
                .filter(StackState::ready)
                .isPresent());
        assertThat(StackState.read(folder.resolve("state.json"))).contains(started.current());
    }

    private Supervisor start(Part... parts) {
        Supervisor started = new Supervisor(
                "http://127.0.0.1:1",
                List.of(parts),
                folder.resolve("state.json"),
                name -> folder.resolve(name + ".log"),
                QUICK);
        supervisor = started;
        started.start();
        return started;
    }

    private Part part(String name, String script, Set<String> after) {
        return new Part(
                name,
                1,
                List.of("/bin/sh", "-c", script),
                Map.of(),
                folder,
                new Readiness.Line("READY"),
                after,
                Duration.ofSeconds(1));
    }

    private long ended(String name) throws Exception {
        return Long.parseLong(Files.readString(folder.resolve("ended-" + name)).strip());
    }

    private static Instant startOf(Supervisor started, String name) {
        return requireNonNull(state(started, name).startedAt());
    }

    private static long pid(Supervisor started, String name) {
        return requireNonNull(state(started, name).pid());
    }

    private static Phase phase(Supervisor started, String name) {
        return state(started, name).phase();
    }

    private static PartState state(Supervisor started, String name) {
        return started.current().parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
