package io.guildhall.tryout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.guildhall.platform.axon.Answer;
import io.guildhall.platform.axon.CommandContext;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.ReadPositions;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.CommitStore;
import io.guildhall.platform.log.LogReader;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.publish.Publisher;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.verify.Check;
import io.guildhall.platform.verify.Verification;
import io.guildhall.tryout.JarCommand.DropCoins;
import io.guildhall.tryout.JarCommand.FillTo;
import io.guildhall.tryout.JarCommand.PlaceJar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.modelling.command.ConcurrencyException;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The whole way of a fact through one service: command, log, topic, read model, policy, verification. */
@SpringBootTest(properties = "spring.application.name=tryout-service")
class ServiceOnTheLogTest {

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        Servers.register(registry, ServiceOnTheLogTest.class);
    }

    @Autowired
    Commands commands;

    @Autowired
    CommitStore store;

    @Autowired
    LogReader reader;

    @Autowired
    Publisher publisher;

    @Autowired
    ReadPositions readPositions;

    @Autowired
    Verification verification;

    @Autowired
    MongoTemplate mongo;

    private static final AtomicInteger NAMES = new AtomicInteger();
    private final String jar = "jar_" + NAMES.incrementAndGet();

    private Answer send(Object command) {
        return send("cmd_" + NAMES.incrementAndGet(), command);
    }

    private Answer send(String commandId, Object command) {
        return commands.sendAs(CommandContext.of(commandId, "mem_1"), command);
    }

    private void quiet() {
        await().atMost(Duration.ofSeconds(30)).until(() -> publisher.position() == reader.head());
    }

    @Test
    void aReaderFindsWhatHisOwnCommandDid() {
        send(new PlaceJar(jar, "Ada"));
        Answer answer = send(new DropCoins(jar, 3));

        assertThat(readPositions.await(java.util.Objects.requireNonNull(answer.position()), Duration.ofSeconds(10)))
                .isTrue();
        assertThat(mongo.findById(jar, JarView.class)).isEqualTo(new JarView(jar, 3, 0));
    }

    @Test
    void oneBatchOfEventsMayAskTwoAggregatesOfEachEvent() {
        send(new PlaceJar(jar, "Ada"));
        send(new DropCoins(jar, 20));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(mongo.findById(jar + "-left", JarView.class)).isEqualTo(new JarView(jar + "-left", 0, 20));
            assertThat(mongo.findById(jar + "-right", JarView.class)).isEqualTo(new JarView(jar + "-right", 0, 20));
        });
        assertThat(store.stream(jar + "-left", 0, 100)).hasSize(20);
    }

    @Test
    void whatAPolicyConcludesBecameTrueWithItsCause() {
        send(new PlaceJar(jar, "Ada"));
        send(new DropCoins(jar, 1));
        StoredEvent cause = store.lastOf(jar).orElseThrow().events().getLast();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> store.lastOf(jar + "-left").isPresent());
        assertThat(store.lastOf(jar + "-left").orElseThrow().events().getLast().meta())
                .containsEntry("validAt", cause.at().toString())
                .containsEntry("causation", cause.id());
    }

    @Test
    void aRepeatedCommandIsAnsweredFromItsCommit() {
        send(new PlaceJar(jar, "Ada"));
        Answer first = send("same-" + jar, new DropCoins(jar, 2));
        Answer again = send("same-" + jar, new DropCoins(jar, 2));

        assertThat(again).isEqualTo(new Answer(first.position(), true));
        assertThat(store.lastOf(jar)).map(Commit::lastSequence).contains(2L);
    }

    @Test
    void aCommandThatIsRefusedTodayButWasDoneBeforeIsAnsweredFromItsCommit() {
        Answer first = send("place-" + jar, new PlaceJar(jar, "Ada"));

        assertThat(send("place-" + jar, new PlaceJar(jar, "Ada"))).isEqualTo(new Answer(first.position(), true));
    }

    @Test
    void aRefusedCommandStoresNothing() {
        send(new PlaceJar(jar, "Ada"));

        assertThatThrownBy(() -> send(new DropCoins(jar, -1))).isInstanceOf(NoCoins.class);
        assertThat(store.stream(jar, 0, 10)).hasSize(1);
    }

    @Test
    void onlyOneOfTwoCreatesANewAggregate() {
        List<CompletableFuture<Answer>> both = List.of(
                CompletableFuture.supplyAsync(() -> send(new PlaceJar(jar, "Ada"))),
                CompletableFuture.supplyAsync(() -> send(new PlaceJar(jar, "Bob"))));

        assertThat(both)
                .satisfiesExactlyInAnyOrder(
                        done -> assertThat(done).succeedsWithin(Duration.ofSeconds(20)),
                        lost -> assertThat(lost)
                                .failsWithin(Duration.ofSeconds(20))
                                .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                                .withCauseInstanceOf(ConcurrencyException.class));
        assertThat(store.stream(jar, 0, 10)).hasSize(1);
    }

    @Test
    void aSnapshotOfTheSameRevisionIsBelieved() {
        fiveCoinsAreMissingInTheSnapshot(1);
        send(new DropCoins(jar, 1));

        assertThat(total()).isEqualTo(151);
    }

    @Test
    void aSnapshotOfAnotherRevisionIsNotUsed() {
        fiveCoinsAreMissingInTheSnapshot(0);
        send(new DropCoins(jar, 1));

        assertThat(total()).isEqualTo(156);
    }

    /** 155 coins lie in the jar, and a snapshot behind the last of them says 150. */
    private void fiveCoinsAreMissingInTheSnapshot(int revision) {
        send(new PlaceJar(jar, "Ada"));
        send(new DropCoins(jar, 150));
        await().until(() -> snapshot() != null);
        send(new DropCoins(jar, 5));
        long last = store.lastOf(jar).orElseThrow().lastSequence();
        Document wrong = new Document("revision", revision).append("sequence", last);
        mongo.getCollection("snapshots").updateOne(new Document("_id", jar), new Document("$set", wrong));
        elsewhere("thanked", "{\"jarId\":\"%s\",\"whom\":\"Ada\"}"); // makes the jar be loaded again
    }

    @Test
    void whatAnotherInstanceStoredMeanwhileIsBuiltUpon() {
        send(new PlaceJar(jar, "Ada"));
        send(new DropCoins(jar, 3));
        elsewhere(4);
        send(new DropCoins(jar, 1));

        assertThat(total()).isEqualTo(5);
    }

    @Test
    void thatNothingIsToBeDoneIsDecidedOnTheNewestState() {
        send(new PlaceJar(jar, "Ada"));
        send(new DropCoins(jar, 3));
        elsewhere(4);

        assertThatThrownBy(() -> send(new FillTo(jar, 3))).isInstanceOf(NoCoins.class);
    }

    @Test
    void aRefusalIsDecidedOnTheNewestState() {
        send(new PlaceJar(jar, "Ada"));
        send(new DropCoins(jar, 5));
        elsewhere(0);
        send(new FillTo(jar, 3));

        assertThat(total()).isEqualTo(3);
    }

    /** Stores, as another instance would, that so many coins lie in the jar now. */
    private void elsewhere(int total) {
        elsewhere("coin-dropped", "{\"jarId\":\"%s\",\"total\":" + total + "}");
    }

    private void elsewhere(String what, String payload) {
        int stored = 0;
        while (stored == 0) {
            Commit head = store.last().orElseThrow();
            long sequence = store.lastOf(jar).orElseThrow().lastSequence() + 1;
            String id = "elsewhere_" + NAMES.incrementAndGet();
            var event = new StoredEvent(
                    id, "tryout.jar." + what, 1, sequence, Instant.EPOCH, payload.formatted(jar), Map.of());
            stored = store.insert(List.of(
                    new Commit(head.last() + 1, head.position(), jar, sequence, id, "Jar", null, List.of(event))));
        }
    }

    private int total() {
        String payload = store.lastOf(jar).orElseThrow().events().getLast().payload();
        return JsonMapper.shared().readTree(payload).path("total").asInt();
    }

    private @org.jspecify.annotations.Nullable Document snapshot() {
        return mongo.getCollection("snapshots").find(new Document("_id", jar)).first();
    }

    @Test
    void personalFieldsLieSealedInTheLog() {
        send(new PlaceJar(jar, "Ada Lovelace"));

        assertThat(store.lastOf(jar).orElseThrow().events().getFirst().payload())
                .doesNotContain("Ada")
                .contains("‹personal:1:" + jar);
    }

    @Test
    void verificationFindsALostDocumentAndIsCleanWithoutOne() {
        send(new PlaceJar(jar, "Ada"));
        send(new DropCoins(jar, 3));
        quiet();
        Verification.Report clean = verification.run();
        assertThat(clean.checks())
                .allSatisfy(check ->
                        assertThat(check.getFindings()).as(check.getName()).isEmpty());
        assertThat(clean.clean()).isTrue();

        mongo.getCollection("jar_views").deleteOne(new Document("_id", jar));
        Verification.Report red = verification.run();

        assertThat(red.clean()).isFalse();
        assertThat(red.checks())
                .filteredOn(check -> check.getCount() > 0)
                .extracting(Check::getName)
                .containsExactly("diverged");
    }
}
