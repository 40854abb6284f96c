package io.guildhall.tryout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.guildhall.local.broker.EmbeddedBroker;
import io.guildhall.local.store.EmbeddedStore;
import io.guildhall.platform.axon.Answer;
import io.guildhall.platform.axon.CommandContext;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.ReadPositions;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.CommitStore;
import io.guildhall.platform.log.LogReader;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.publish.Publisher;
import io.guildhall.platform.verify.Check;
import io.guildhall.platform.verify.Verification;
import io.guildhall.tryout.JarCommand.DropCoins;
import io.guildhall.tryout.JarCommand.FillTo;
import io.guildhall.tryout.JarCommand.PlaceJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.modelling.command.ConcurrencyException;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
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

    private static final EmbeddedStore STORE = EmbeddedStore.inMemory();
    private static final EmbeddedBroker BROKER = EmbeddedBroker.start(temporary("broker"), 0, 0);

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) throws IOException {
        Path key = Files.createTempFile(
                "master", ".key", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(key, Base64.getEncoder().encodeToString(new byte[32]));
        registry.add("spring.mongodb.uri", STORE::uri);
        registry.add("guildhall.kafka.bootstrap-servers", BROKER::bootstrapServers);
        registry.add("guildhall.master-key-file", key::toString);
        registry.add("guildhall.issuer", () -> "http://127.0.0.1:1/id");
    }

    private static Path temporary(String name) {
        try {
            return Files.createTempDirectory(name);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stopBroker() {
        BROKER.close();
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
    void aSnapshotIsOnlyAShortcut() {
        send(new PlaceJar(jar, "Ada"));
        send(new DropCoins(jar, 150));
        await().until(() -> snapshot() != null);
        send(new DropCoins(jar, 5));
        mongo.getCollection("snapshots")
                .updateOne(new Document("_id", jar), new Document("$set", new Document("revision", 0)));
        elsewhere(156); // makes the jar be loaded again
        send(new DropCoins(jar, 1));

        assertThat(total()).isEqualTo(157);
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
        int stored = 0;
        while (stored == 0) {
            Commit head = store.last().orElseThrow();
            long sequence = store.lastOf(jar).orElseThrow().lastSequence() + 1;
            String id = "elsewhere_" + NAMES.incrementAndGet();
            var dropped = new StoredEvent(
                    id,
                    "tryout.jar.coin-dropped",
                    1,
                    sequence,
                    Instant.EPOCH,
                    "{\"jarId\":\"%s\",\"total\":%d}".formatted(jar, total),
                    Map.of());
            stored = store.insert(List.of(
                    new Commit(head.last() + 1, head.position(), jar, sequence, id, "Jar", null, List.of(dropped))));
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
