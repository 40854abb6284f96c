package io.guildhall.analytics.replay.progress;

import io.guildhall.analytics.lake.Generation;
import io.guildhall.analytics.lake.Lake;
import io.guildhall.analytics.lake.LakeState;
import io.guildhall.analytics.lake.LakeWriter;
import io.guildhall.analytics.lake.TopicEnds;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Builds one lake from offset 0, compares and switches. After a crash it goes on from the manifests that it wrote.
 *
 * <p>Both lakes grow meanwhile, so what is compared is taken in turn: all of the new one must be in the live one as it is
 * later, and all of that in the new one as it is later still.
 */
@Component
class Rebuilding {

    private static final Duration LIVE_CATCHES_UP = Duration.ofSeconds(30);
    private static final Duration REST = Duration.ofMillis(50);
    private static final long TELL_NANOS = Duration.ofMillis(250).toNanos();

    private final Lake lake;
    private final LakeWriter writer;
    private final TopicEnds ends;
    private final Replays replays;

    Rebuilding(Lake lake, LakeWriter writer, TopicEnds ends, Replays replays) {
        this.lake = lake;
        this.writer = writer;
        this.ends = ends;
        this.replays = replays;
    }

    /** What it came to; empty when it was not to go on. */
    Optional<ReplayStep> run(String replayId, BooleanSupplier goOn)
            throws SQLException, IOException, InterruptedException {
        Generation next = lake.generation(replayId);
        if (lake.current().name().equals(replayId)) { // died between the switch and telling it
            return replays.step(replayId);
        }
        Map<String, Long> end = ends.now();
        long total = end.values().stream().mapToLong(Long::longValue).sum();
        var progress = new Progress(replayId, end, total);
        LakeState first = write(next, end, goOn, progress);
        Generation live = lake.current();
        awaitLive(live, first, goOn);
        LakeState between = live.state();
        long surplus = Comparison.only(next, first, live, between);
        LakeState last = write(next, between.offsets(), goOn, progress);
        long missing = Comparison.only(live, between, next, last);
        if (!goOn.getAsBoolean()) {
            return Optional.empty();
        }
        ReplayStep done = new ReplayStep(replayId, total, total, null, null, null).compared(missing, surplus);
        replays.save(done);
        lake.switchTo(next);
        return Optional.of(done);
    }

    private LakeState write(Generation next, Map<String, Long> end, BooleanSupplier goOn, LakeWriter.Watch watch)
            throws SQLException, IOException {
        writer.write(next, state -> goOn.getAsBoolean() && !state.reached(end), watch);
        return next.state();
    }

    /** A live lake that stands still is compared as it is. */
    private static void awaitLive(Generation live, LakeState reached, BooleanSupplier goOn)
            throws InterruptedException {
        long latest = System.nanoTime() + LIVE_CATCHES_UP.toNanos();
        while (goOn.getAsBoolean() && !live.state().reached(reached.offsets()) && System.nanoTime() < latest) {
            Thread.sleep(REST);
        }
    }

    /** Tells how far it has come, a few times a second. */
    private final class Progress implements LakeWriter.Watch {

        private final String replayId;
        private final Map<String, Long> end;
        private final long total;
        private long told = System.nanoTime() - TELL_NANOS;

        Progress(String replayId, Map<String, Long> end, long total) {
            this.replayId = replayId;
            this.end = end;
            this.total = total;
        }

        @Override
        public void at(LakeState state, Map<String, String> troubles) {
            if (System.nanoTime() - told >= TELL_NANOS) {
                told = System.nanoTime();
                String trouble = troubles.isEmpty() ? null : troubles.toString();
                replays.save(new ReplayStep(replayId, state.taken(end), total, null, null, trouble));
            }
        }
    }
}
