package io.guildhall.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {

    @TempDir
    Path temp;

    private final Process part = start();

    @BeforeEach
    void makeTheFolder() throws Exception {
        PrivateFiles.createFolder(temp.resolve("run"));
    }

    @AfterEach
    void end() {
        part.destroyForcibly();
    }

    @Test
    void endsAPartThatLostItsSupervisor() {
        leftBehind(Instant.now());
        assertThat(Running.endOrphans(new DataFolder(temp))).isEqualTo(1);
        assertThat(part.isAlive()).isFalse();
    }

    @Test
    void leavesALaterProcessOfTheSameNumberAlone() {
        leftBehind(Instant.now().minusSeconds(60));
        assertThat(Running.endOrphans(new DataFolder(temp))).isZero();
        assertThat(part.isAlive()).isTrue();
    }

    private void leftBehind(Instant startedAt) {
        PartState state = new PartState("store", 1, PartState.Phase.READY, part.pid(), startedAt, 1L, 0, null, null);
        new StackState(1, startedAt, "http://127.0.0.1:1", List.of(state)).write(new DataFolder(temp).state());
    }

    private static Process start() {
        try {
            return new ProcessBuilder("sleep", "600").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
