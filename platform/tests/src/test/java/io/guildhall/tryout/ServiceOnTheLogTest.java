package io.guildhall.tryout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import io.guildhall.platform.axon.Answer;
import io.guildhall.platform.axon.CommandContext;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.ReadPositions;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.CommitStore;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.log.LogPosition;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.publish.Publishers;
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
import java.util.Objects;
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
@SpringBootTest(
        properties = {"spring.application.name=tryout-service", "guildhall.log.count=2", "guildhall.log.founding=1"})
class ServiceOnTheLogTest {

    /** Of two logs: one community was founded before the second was opened, the other after it. */
    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        Servers.register(registry, ServiceOnTheLogTest.class);
        assignments().insertOne(new Document("_id", JarEvent.FOUNDED_BEFORE).append("log", 0));
    }

    private static MongoCollection<Document> assignments() {
        return Servers.database(ServiceOnTheLogTest.class).getCollection("log_assignments");
    }

    @Autowired
    Commands commands;

    @Autowired
    EventLogs logs;

    @Autowired
    Publishers publishers;

    @Autowired
    ReadPositions readPositions;

    @Autowired
    Verification verification;

    @Autowired
    MongoTemplate mongo;

    private static final AtomicInteger NAMES = new AtomicInteger();
    private final String jar = "jar_" + NAMES.incrementAndGet();
    private final String old = "old_" + jar;

    private Answer send(Object command) {
        return send("cmd_" + NAMES.incrementAndGet(), command);
    }

    private Answer send(String commandId, Object command) {
        return commands.sendAs(CommandContext.of(commandId, "mem_1"), command);
    }

    private void quiet() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> publishers.all().stream().allMatch(each -> each.lag() == 0));
    }

    @Test
    void aReaderFindsWhatHisOwnCommandDid() {
        send(new PlaceJar(jar, "Ada"));
        Answer answer = send(new DropCoins(jar, 3));

        assertThat(readPositions.await(Objects.requireNonNull(answer.position()), Duration.ofSeconds(10)))
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
        assertThat(logs.stream(jar + "-left", 0, 100)).hasSize(20);
    }

    @Test
    void whatAPolicyConcludesBecameTrueWithItsCause() {
        send(new PlaceJar(jar, "Ada"));
        send(new DropCoins(jar, 1));
        StoredEvent cause = logs.lastOf(jar).orElseThrow().events().getLast();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> logs.lastOf(jar + "-left").isPresent());
        assertThat(logs.lastOf(jar + "-left").orElseThrow().events().getLast().meta())
                .containsEntry("validAt", cause.at().toString())
                .containsEntry("causation", cause.id());
    }

    @Test
    void aRepeatedCommandIsAnsweredFromItsCommit() {
        send(new PlaceJar(jar, "Ada"));
        Answer first = send("same-" + jar, new DropCoins(jar, 2));
        Answer again = send("same-" + jar, new DropCoins(jar, 2));

        assertThat(again).isEqualTo(new Answer(first.position(), true));
        assertThat(logs.lastOf(jar)).map(Commit::lastSequence).contains(2L);
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
        assertThat(logs.stream(jar, 0, 10)).hasSize(1);
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
        assertThat(logs.stream(jar, 0, 10)).hasSize(1);
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
        long last = logs.lastOf(jar).orElseThrow().lastSequence();
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
            CommitStore store = logs.of("com_1").store();
            Commit head = store.last().orElseThrow();
            long sequence = logs.lastOf(jar).orElseThrow().lastSequence() + 1;
            String id = "elsewhere_" + NAMES.incrementAndGet();
            var event = new StoredEvent(
                    id, "tryout.jar." + what, 1, sequence, Instant.EPOCH, payload.formatted(jar), Map.of());
            stored = store.insert(List.of(
                    new Commit(head.last() + 1, head.position(), jar, sequence, id, "Jar", null, List.of(event))));
        }
    }

    private int total() {
        String payload = logs.lastOf(jar).orElseThrow().events().getLast().payload();
        return JsonMapper.shared().readTree(payload).path("total").asInt();
    }

    private @org.jspecify.annotations.Nullable Document snapshot() {
        return mongo.getCollection("snapshots").find(new Document("_id", jar)).first();
    }

    @Test
    void personalFieldsLieSealedInTheLog() {
        send(new PlaceJar(jar, "Ada Lovelace"));

        assertThat(logs.lastOf(jar).orElseThrow().events().getFirst().payload())
                .doesNotContain("Ada")
                .contains("‹personal:1:" + jar);
    }

    @Test
    void verificationFindsALostDocumentAndIsCleanWithoutOne() {
        send(new PlaceJar(old, "Ada"));
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

    @Test
    void aCommunityStaysInItsLogAndANewOneGoesToTheNewest() {
        send(new PlaceJar(old, "Ada"));
        send(new PlaceJar(jar, "Ada"));

        assertThat(log(send(new DropCoins(old, 1)))).isEqualTo("tryout.0");
        assertThat(log(send(new DropCoins(jar, 1)))).isEqualTo("tryout.1");
        assertThat(logs.of(JarEvent.FOUNDED_BEFORE).store().lastOf(jar)).isEmpty();
        assertThat(logs.of("com_1").store().lastOf(old)).isEmpty();
        assertThat(assignments().find(new Document("_id", "com_1")).first()).containsEntry("log", 1);
    }

    @Test
    void readModelsAndPoliciesKnowBoth() {
        send(new PlaceJar(old, "Ada"));
        send(new PlaceJar(jar, "Ada"));
        send(new DropCoins(old, 2));
        send(new DropCoins(jar, 3));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(mongo.findById(old, JarView.class)).isEqualTo(new JarView(old, 2, 0));
            assertThat(mongo.findById(jar, JarView.class)).isEqualTo(new JarView(jar, 3, 0));
            assertThat(mongo.findById(old + "-left", JarView.class)).isEqualTo(new JarView(old + "-left", 0, 2));
            assertThat(mongo.findById(jar + "-left", JarView.class)).isEqualTo(new JarView(jar + "-left", 0, 3));
        });
    }

    private static String log(Answer answer) {
        LogPosition position = Objects.requireNonNull(answer.position());
        return position.log();
    }
}
