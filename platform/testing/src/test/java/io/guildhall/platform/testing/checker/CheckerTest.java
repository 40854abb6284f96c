package io.guildhall.platform.testing.checker;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.testing.checker.Operation.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each count is seen to be 0 for a good run and not 0 for a run that was spoiled in just its way. */
class CheckerTest {

    @TempDir
    Path folder;

    private Till till;

    @BeforeEach
    void sellSomething() throws Exception {
        till = new Till(Servers.mongoUri(CheckerTest.class), folder);
        for (int i = 0; i < 12; i++) {
            till.sell("op-" + i, "counter-" + i % 3);
        }
        till.commits().forEach(till::project);
        till.send("refused");
        till.operations().returned("refused", Outcome.FAIL);
    }

    @AfterEach
    void close() {
        till.database.drop();
        till.close();
    }

    @Test
    void countsNothingWhenNothingIsWrong() {
        till.publish(Servers.kafka(), till.records());

        Findings findings = checkWithTopic();

        assertThat(findings.clean()).as(findings.toString()).isTrue();
        assertThat(findings.events()).isEqualTo(12);
        assertThat(findings.operations()).isEqualTo(13);
        assertThat(findings.done("sell")).isEqualTo(12);
        assertThat(findings.done("buy")).isZero();
        assertThat(findings.toString()).contains("13 (0 unknown, 1 refused)");
    }

    @Test
    void allowsRepetitionsInTheTopic() {
        till.publish(Servers.kafka(), till.records());
        till.publish(Servers.kafka(), till.records().subList(3, 9));

        assertThat(checkWithTopic().clean()).isTrue();
    }

    @Test
    void countsADeletedEventAsLostAsAHoleAndAsADifferenceFromTheTopic() {
        till.publish(Servers.kafka(), till.records());
        till.log().deleteOne(Filters.eq("_id", 5L));

        assertThat(spoiled(checkWithTopic())).contains(Count.LOST, Count.HOLE, Count.LOG_NOT_TOPIC, Count.REORDERED);
    }

    @Test
    void countsTheLastEventAsLostWhenItIsDeleted() {
        till.log().deleteOne(Filters.eq("_id", 12L));

        assertThat(spoiled(till.checker().check())).containsExactly(Count.LOST, Count.DIVERGED);
    }

    @Test
    void countsACopiedRecordAsDoubled() {
        till.log().dropIndexes();
        Document copy =
                Objects.requireNonNull(till.log().find(Filters.eq("_id", 12L)).first());
        copy.append("_id", 13L).append("prev", 12L).append("firstSequence", 4L);
        copy.getList("events", Document.class).getFirst().append("sequence", 4L);
        till.log().insertOne(copy);
        till.commits().forEach(till::project);

        assertThat(spoiled(till.checker().check())).containsExactly(Count.DOUBLED);
    }

    @Test
    void countsTwoSwappedEventsAsReordered() {
        till.log().dropIndexes();
        setSequence(1, 1);
        setSequence(4, 0);

        assertThat(spoiled(till.checker().check())).containsExactly(Count.REORDERED);
    }

    private void setSequence(long position, long sequence) {
        till.log()
                .updateOne(
                        Filters.eq("_id", position),
                        Updates.combine(
                                Updates.set("firstSequence", sequence), Updates.set("events.0.sequence", sequence)));
    }

    @Test
    void countsTwoRecordsThatAreSwappedInTheTopicAsReordered() {
        var records = new ArrayList<>(till.records());
        Collections.swap(records, 0, 3);
        till.publish(Servers.kafka(), records);

        assertThat(spoiled(checkWithTopic())).containsExactly(Count.REORDERED);
    }

    @Test
    void countsARecordThatIsMissingInTheTopic() {
        till.publish(Servers.kafka(), till.records().subList(0, 11));

        assertThat(spoiled(checkWithTopic())).containsExactly(Count.LOG_NOT_TOPIC);
    }

    @Test
    void countsARecordWithAnotherEventAtItsPosition() {
        till.publish(Servers.kafka(), till.records());
        till.log().updateOne(Filters.eq("_id", 7L), Updates.set("events.0.id", "evt-other"));

        assertThat(spoiled(checkWithTopic())).containsExactly(Count.LOG_NOT_TOPIC);
    }

    @Test
    void countsADroppedProjectionWriteAsDiverged() {
        till.readModel().deleteOne(Filters.eq("_id", "counter-1"));

        assertThat(spoiled(till.checker().check())).containsExactly(Count.DIVERGED);
    }

    @Test
    void countsAnEventOfARefusedOperationAsPhantom() throws Exception {
        String command = till.send("refused-too");
        till.append(command, "counter-9", Instant.now());
        till.operations().returned("refused-too", Outcome.FAIL);
        till.commits().forEach(till::project);

        assertThat(spoiled(till.checker().check())).containsExactly(Count.PHANTOM);
    }

    @Test
    void countsAnEventThatNobodyAskedForAsPhantom() throws Exception {
        till.append(CommandIds.of("mem_2", "POST", "/api/sales", "unknown") + "/0", "counter-9", Instant.now());
        till.commits().forEach(till::project);

        assertThat(spoiled(till.checker().check())).containsExactly(Count.PHANTOM);
    }

    @Test
    void countsAnUnfinishedOperationAsStuck() {
        till.send("unfinished");

        assertThat(spoiled(till.checker().check())).containsExactly(Count.STUCK);
    }

    @Test
    void countsWhatDoesNotComeToItsEndAsStuck() {
        assertThat(spoiled(till.checker()
                        .progress("inbox", () -> List.of("300 behind"))
                        .check()))
                .containsExactly(Count.STUCK);
    }

    @Test
    void countsWhatAFollowerByTimeStampNeverSawAsDiverged() throws Exception {
        till.readModel().deleteMany(new Document());
        var follower = new LookBackFollower(till);
        follower.catchUp();
        assertThat(till.checker().check().clean()).isTrue();

        till.append("late", "counter-late", Instant.now().minusMillis(5_000));
        follower.catchUp();

        assertThat(spoiled(till.checker().check())).containsExactly(Count.DIVERGED);
    }

    @Test
    void forgivesOperationsWhoseOutcomeNobodyKnows() throws Exception {
        till.append(till.send("came-through"), "counter-0", Instant.now());
        till.operations().returned("came-through", Outcome.INFO);
        till.send("did-not");
        till.operations().returned("did-not", Outcome.INFO);
        till.commits().forEach(till::project);

        Findings findings = till.checker().check();

        assertThat(findings.clean()).as(findings.toString()).isTrue();
        assertThat(findings.unknown()).isEqualTo(2);
    }

    private Findings checkWithTopic() {
        return till.checker().topic(till.service, Servers.kafka()).check();
    }

    private static Set<Count> spoiled(Findings findings) {
        return EnumSet.allOf(Count.class).stream()
                .filter(count -> findings.of(count) > 0)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Count.class)));
    }
}
