package io.guildhall.restore;

import static io.guildhall.restore.Place.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.guildhall.platform.ServiceName;
import io.guildhall.platform.axon.Answer;
import io.guildhall.platform.log.LogSetBack;
import io.guildhall.platform.publish.RestoreRunning;
import io.guildhall.platform.restore.LogRestore;
import io.guildhall.platform.restore.LogRestore.RestoreProgress;
import io.guildhall.platform.restore.LogRestore.State;
import io.guildhall.platform.testing.Servers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** The tower's log is lost in every way, and made whole from its topic. */
@Tag("long")
class LostLogTest {

    private static final String TOPIC = new ServiceName("tower").topic();
    private static final int BELLS = 12;

    private final MongoCollection<Document> log =
            Servers.database(LostLogTest.class).getCollection("log_0");

    private List<Document> whole = List.of();
    private Answer first = new Answer(null, false);

    /** In every test the tower rang, all was published, and it stands still. */
    @BeforeEach
    void ring() {
        Servers.database(LostLogTest.class).drop();
        Servers.removeTopic(TOPIC);
        try (Place tower = Place.tower(LostLogTest.class)) {
            first = tower.ring("cmd_first", "bel_0", 3);
            IntStream.range(0, BELLS).forEach(number -> tower.ring("bel_" + number, 1 + number % 3));
            tower.awaitPublished();
            soon().until(() -> strokes("bel_" + (BELLS - 1)) == 3);
        }
        whole = stored();
    }

    @AfterEach
    void theLogIsAsItWas() {
        List<Document> now = stored();
        assertThat(now.subList(0, whole.size())).isEqualTo(whole);
    }

    @Test
    void allOfItComesBackAndRepeatedCommandsAreAnsweredAsDone() {
        log.deleteMany(new Document());
        try (Place tower = Place.tower(LostLogTest.class)) {
            requireNothingIsTaken(tower);

            RestoreProgress done = restored(tower);

            assertThat(done.state()).as(done.toString()).isEqualTo(State.DONE);
            assertThat(done.appended()).isEqualTo(tower.head());
            requireGoesOn(tower);
            Answer repeated = tower.ring("cmd_first", "bel_0", 3);
            assertThat(repeated.repeated()).isTrue();
            assertThat(repeated.position()).isEqualTo(first.position());
        }
    }

    @Test
    void itsTailComesBackAndAskedForAgainNothingIsDone() {
        loseTail(5);
        try (Place tower = Place.tower(LostLogTest.class);
                Place other = Place.tower(LostLogTest.class)) {
            requireNothingIsTaken(tower);
            requireNothingIsTaken(other);

            RestoreProgress done = restored(other);
            assertThat(done.state()).as(done.toString()).isEqualTo(State.DONE);
            RestoreProgress again = restored(tower);
            assertThat(again.state()).isEqualTo(State.DONE);
            assertThat(again.appended()).isZero();
            assertThat(again.done()).isEqualTo(again.total());

            requireGoesOn(tower);
            requireGoesOn(other);
        }
    }

    @Test
    void oneThatBrokeOffGoesOnBehindWhatItAppended() {
        log.deleteMany(Filters.gt("_id", whole.get(4).get("_id")));
        Servers.database(LostLogTest.class)
                .getCollection("restores")
                .insertOne(new Document("_id", "log")
                        .append("state", "RUNNING")
                        .append("done", 5L)
                        .append("total", 20L)
                        .append("appended", 5L));
        try (Place tower = Place.tower(LostLogTest.class)) {
            assertThat(tower.context().getBean(LogRestore.class).progress().state())
                    .isEqualTo(State.FAILED);
            assertThat(restored(tower).state()).isEqualTo(State.DONE);
            requireGoesOn(tower);
        }
    }

    @Test
    void aContradictionIsRefusedAndNothingIsAppended() {
        loseTail(2);
        var changed = Objects.requireNonNull(log.find(Filters.eq("_id", 1L)).first());
        log.updateOne(Filters.eq("_id", 1L), Updates.set("events.0.id", "another"));
        try (Place tower = Place.tower(LostLogTest.class)) {
            requireNothingIsTaken(tower);

            RestoreProgress refused = restored(tower);

            assertThat(refused.state()).isEqualTo(State.REFUSED);
            assertThat(refused.reason()).contains("Position 1 of tower.0 is", "and another in the log");
            assertThat(stored()).hasSize(whole.size() - 2);
            requireNothingIsTaken(tower);

            log.replaceOne(Filters.eq("_id", 1L), changed);
            assertThat(restored(tower).state()).isEqualTo(State.DONE);
        }
    }

    @Test
    void whoHeardOfWhatIsNoMoreHearsWhatBearsItsPositionNext() {
        long end = whole.getLast().getLong("_id")
                + whole.getLast().getList("events", Document.class).size();
        Servers.database(LostLogTest.class)
                .getCollection("positions")
                .updateOne(Filters.eq("_id", "strokes@tower.0"), Updates.set("position", end + 2));
        loseTail(1);
        try (Place tower = Place.tower(LostLogTest.class)) {
            assertThat(restored(tower).state()).isEqualTo(State.DONE);
            soon().ignoreExceptionsInstanceOf(LogSetBack.class)
                    .until(() -> tower.ring("bel_next", 1).position() != null);
            tower.ring("bel_second", 1);
            tower.ring("bel_third", 1); // at the place that he knew of
            soon().until(() -> strokes("bel_next") == 1 && strokes("bel_second") == 1 && strokes("bel_third") == 1);
            requireGoesOn(tower);
        }
    }

    @Test
    void snapshotsOfWhatIsNoMoreAreForgotten() {
        var snapshots = Servers.database(LostLogTest.class).getCollection("snapshots");
        snapshots.insertOne(new Document("_id", "bel_0").append("type", "Bell"));
        loseTail(1);
        try (Place tower = Place.tower(LostLogTest.class)) {
            assertThat(restored(tower).state()).isEqualTo(State.DONE);
            assertThat(snapshots.countDocuments()).isZero();
        }
    }

    private List<Document> stored() {
        return log.find().sort(new Document("_id", 1)).into(new ArrayList<>());
    }

    private void loseTail(int commits) {
        log.deleteMany(Filters.gte("_id", whole.get(whole.size() - commits).get("_id")));
    }

    private static int strokes(String bell) {
        Document found = Servers.database(LostLogTest.class)
                .getCollection("strokes")
                .find(Filters.eq("_id", bell))
                .first();
        return found == null ? 0 : found.getInteger("strokes", 0);
    }

    /** From the first moment on, and without a trace. */
    private void requireNothingIsTaken(Place tower) {
        int before = stored().size();
        assertThatThrownBy(() -> tower.ring("bel_refused", 1)).isInstanceOf(LogSetBack.class);
        assertThat(stored()).hasSize(before);
        soon().untilAsserted(() -> assertThat(tower.context()
                        .getBean("eventsHealthIndicator", HealthIndicator.class)
                        .health())
                .extracting(Health::getStatus)
                .isEqualTo(Status.OUT_OF_SERVICE));
    }

    private static RestoreProgress restored(Place tower) {
        LogRestore restore = tower.context().getBean(LogRestore.class);
        soon().ignoreExceptionsInstanceOf(RestoreRunning.class).until(() -> restore.begin() != null);
        return soon().until(restore::progress, progress -> progress.state() != State.RUNNING);
    }

    private static void requireGoesOn(Place tower) {
        soon().ignoreExceptionsInstanceOf(LogSetBack.class)
                .until(() -> tower.ring("bel_more", 1).position() != null);
        tower.awaitPublished();
        tower.requireEqual();
    }
}
