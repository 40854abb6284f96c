package io.guildhall.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentCommitsTest {

    private final RecentCommits recent = new RecentCommits();

    @Test
    void answersFromTheCommitThatHoldsTheNextEvent() {
        recent.add(List.of(commit(1, 1), commit(2, 3), commit(5, 1)));

        assertThat(positions(recent.after(0, 10))).containsExactly(1L, 2L, 5L);
        assertThat(positions(recent.after(1, 10))).containsExactly(2L, 5L);
        assertThat(positions(recent.after(2, 10))).containsExactly(2L, 5L);
        assertThat(positions(recent.after(4, 10))).containsExactly(5L);
        assertThat(positions(recent.after(0, 2))).containsExactly(1L, 2L);
        assertThat(recent.after(5, 10)).isEmpty();
    }

    @Test
    void passesOverWhatItKnowsAndWhatDoesNotFollow() {
        recent.add(List.of(commit(1, 2), commit(3, 1)));
        recent.add(List.of(commit(3, 1), commit(4, 1), commit(6, 1)));

        assertThat(recent.end()).isEqualTo(4);
        assertThat(positions(recent.after(0, 10))).containsExactly(1L, 3L, 4L);
    }

    @Test
    void answersNothingOfWhatCameBeforeItBegan() {
        recent.startBehind(10);
        assertThat(recent.after(9, 10)).isEmpty();

        recent.add(List.of(commit(11, 1)));

        assertThat(recent.after(9, 10)).isEmpty();
        assertThat(positions(recent.after(10, 10))).containsExactly(11L);
    }

    @Test
    void neverGoesBack() {
        recent.add(List.of(commit(1, 1), commit(2, 1)));
        recent.startBehind(1);

        assertThat(recent.end()).isEqualTo(2);
        assertThat(positions(recent.after(0, 10))).containsExactly(1L, 2L);
    }

    @Test
    void keepsSoManyOnly() {
        long most = RecentCommits.MOST_COMMITS;
        recent.add(LongStream.rangeClosed(1, most + 5)
                .mapToObj(position -> commit(position, 1))
                .toList());

        assertThat(recent.after(4, 1)).isEmpty();
        assertThat(positions(recent.after(5, 1000))).hasSize((int) most).startsWith(6L);
    }

    @Test
    void keepsNoMoreTextThanFitsInMemory() {
        int large = RecentCommits.MOST_CHARACTERS / 2;
        recent.add(List.of(commit(1, 1, large), commit(2, 1, large), commit(3, 1, 10)));

        assertThat(recent.after(0, 10)).isEmpty();
        assertThat(positions(recent.after(1, 10))).containsExactly(2L, 3L);

        recent.add(List.of(commit(4, 1, RecentCommits.MOST_CHARACTERS + 1)));
        assertThat(recent.after(3, 10)).isEmpty();
        assertThat(recent.end()).isEqualTo(4);
    }

    private static List<Long> positions(Optional<List<Commit>> commits) {
        return commits.orElseThrow().stream().map(Commit::position).toList();
    }

    private static Commit commit(long position, int events) {
        return commit(position, events, 2);
    }

    private static Commit commit(long position, int events, int characters) {
        return new Commit(
                position,
                position - 1,
                "str_1",
                position,
                "cmd_" + position,
                "tried",
                null,
                IntStream.range(0, events)
                        .mapToObj(i -> new StoredEvent(
                                "evt_" + position + "_" + i,
                                "house.door.opened",
                                1,
                                position + i,
                                Instant.EPOCH,
                                "x".repeat(characters),
                                Map.of()))
                        .toList());
    }
}
