package io.guildhall.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of the store's process under 64 writers: what it told is there afterwards. */
class KilledStoreTest {

    /** It would commit as well, perhaps just before the kill of the negative control. */
    private static final String NO_HOUSEKEEPING = "-Dguildhall.store.housekeeping-millis=3600000";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void keepsWhatItToldOverAKill() throws Exception {
        assertThat(lossesAfterKills(1, Durability.COMMIT_BEFORE_ACKNOWLEDGE)).isEqualTo(Losses.NONE);
    }

    @Test
    @Tag("long")
    void keepsWhatItToldOverFiveKills() throws Exception {
        assertThat(lossesAfterKills(5, Durability.COMMIT_BEFORE_ACKNOWLEDGE)).isEqualTo(Losses.NONE);
    }

    /** The negative control: without it the zeros above would mean nothing. */
    @Test
    void isFoundOutWhenItAcknowledgesBeforeItCommits() throws Exception {
        Losses losses = lossesAfterKills(1, Durability.ACKNOWLEDGE_BEFORE_COMMIT);
        assertThat(losses.missing()).isPositive();
        assertThat(losses.unshown()).isPositive();
        assertThat(losses.countersBehind()).isPositive();
    }

    private Losses lossesAfterKills(int kills, Durability durability) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Told told = new Told();
        for (int round = 1; round <= kills; round++) {
            try (StoreProcess store = StoreProcess.start(folder, durability, NO_HOUSEKEEPING);
                    Writers writers = Writers.start(round, store.uri(), told)) {
                int load = 2_000 + random.nextInt(3_000);
                long before = told.answers.get();
                await().atMost(Duration.ofSeconds(60)).until(() -> told.answers.get() - before > load);
                store.process().kill();
            }
        }
        try (StoreProcess store = StoreProcess.start(folder, durability)) {
            Losses losses = Losses.find(store.uri(), told);
            System.out.printf(
                    "%d kill(s), %s, seed %d: told %d inserts and %d reads, %s%n",
                    kills, durability, seed, told.inserted.size(), told.shown.size(), losses);
            return losses;
        }
    }
}
