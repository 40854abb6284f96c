package io.guildhall.restore;

import static io.guildhall.restore.Place.soon;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.EventLog;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.log.LogSetBack;
import io.guildhall.platform.publish.EventRecords;
import io.guildhall.platform.publish.KafkaTopicWriter;
import io.guildhall.platform.publish.RestoreRunning;
import io.guildhall.platform.publish.TopicKnowsMore;
import io.guildhall.platform.publish.TopicRestore;
import io.guildhall.platform.publish.Topics;
import io.guildhall.platform.testing.Servers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** The tower's topic is lost in every way, and made anew from its log while the village listens. */
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LostTopicTest {

    private static final String TOPIC = new ServiceName("tower").topic();
    private static final int BELLS = 15;

    private Place tower = Place.tower(LostTopicTest.class);
    private Place village = Place.village();

    @BeforeAll
    static void nothingWasPublished() {
        Servers.removeTopic(TOPIC);
    }

    @BeforeEach
    void ring() {
        IntStream.range(0, BELLS).forEach(number -> tower.ring("bel_" + number, 2));
        tower.awaitPublished();
        awaitAllHeard();
    }

    /** In every test the village heard all that was ever rung, and nothing twice. */
    @AfterEach
    void everythingIsHeardOnce() {
        try (Place ringing = tower;
                Place hearing = village) {
            soon().ignoreExceptionsInstanceOf(LogSetBack.class)
                    .until(() -> ringing.ring("bel_0", 1).position() != null);
            ringing.awaitPublished();
            awaitAllHeard();
            assertThat(EchoProjection.BROUGHT).doesNotHaveDuplicates();
            ringing.requireEqual();
            hearing.requireEqual();
        }
    }

    private void awaitAllHeard() {
        soon().untilAsserted(() -> assertThat(Set.copyOf(EchoProjection.BROUGHT))
                .containsAll(LongStream.rangeClosed(1, tower.head())
                        .mapToObj(position -> "tower.0/" + position)
                        .toList()));
    }

    @Test
    @Order(1)
    void aDeletedOneIsToldOfAndRestored() throws Exception {
        delete();
        tower.ring("bel_1", 1);
        tower.awaitTrouble("see guildhall restore");
        assertThat(tower.context()
                        .getBean("eventsHealthIndicator", HealthIndicator.class)
                        .health())
                .extracting(Health::getStatus)
                .isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(tower.ring("bel_1", 1).position()).isNotNull();

        restore().begin();
    }

    @Test
    @Order(2)
    void anEmptiedOneIsToldOfAndRestored() throws Exception {
        tower.close();
        try (Admin admin = admin()) {
            Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
            topics().ends(TOPIC)
                    .forEach((partition, end) ->
                            all.put(new TopicPartition(TOPIC, partition), RecordsToDelete.beforeOffset(end)));
            admin.deleteRecords(all).all().get();
        }
        tower = Place.tower(LostTopicTest.class);
        tower.awaitTrouble("lacks its first");

        restore().begin();
    }

    @Test
    @Order(3)
    void aCallThatBrokeOffIsMadeGoodByTheNextStart() throws Exception {
        tower.close();
        Servers.database(LostTopicTest.class)
                .getCollection("publications")
                .updateOne(
                        new Document("_id", "tower.0"),
                        new Document("$set", new Document("position", 0L).append("last", new Document())));
        delete();

        tower = Place.tower(LostTopicTest.class);
    }

    @Test
    @Order(4)
    void askedForAgainAndAgainItIsDoneInTheEnd() {
        village.close();
        List<CompletableFuture<Void>> calls = IntStream.range(0, 3)
                .mapToObj(_ -> CompletableFuture.runAsync(restore()::begin))
                .toList();
        calls.forEach(call -> call.handle((_, failure) -> {
                    if (failure != null) {
                        assertThat(failure).hasRootCauseInstanceOf(RestoreRunning.class);
                    }
                    return null;
                })
                .join());
        restore().begin();

        village = Place.village();
    }

    @Test
    @Order(5)
    void whatWasSentTwiceAndLateIsNoLoss() throws Exception {
        tower.close();
        try (Place late = Place.tower(LostTopicTest.class)) {
            EventLog log = late.context().getBean(EventLogs.class).all().getFirst();
            List<Commit> first = log.reader().after(0, BELLS);
            try (var writer = new KafkaTopicWriter(Servers.kafka())) {
                var records = new EventRecords(log.name());
                writer.write(
                        first.stream()
                                .map(commit ->
                                        records.of(commit, commit.events().getFirst(), commit.position(), 0))
                                .toList(),
                        () -> {});
            }
        }
        tower = Place.tower(LostTopicTest.class);
    }

    @Test
    @Order(6)
    void aTopicThatKnowsMoreThanTheLogIsNotDeleted() {
        String id = topics().id(TOPIC);
        var log = Servers.database(LostTopicTest.class).getCollection("log_0");
        Document newest = log.find().sort(new Document("_id", -1)).first();
        log.deleteOne(new Document("_id", requireNonNull(newest).get("_id")));

        assertThatThrownBy(restore()::begin).isInstanceOf(TopicKnowsMore.class);

        assertThat(topics().id(TOPIC)).isEqualTo(id);
        log.insertOne(newest);
    }

    /** As when another service's consumer makes the topic that it misses. */
    @Test
    @Order(7)
    void oneThatSomebodyElseMadeAnewIsNoTopicOfOurs() throws Exception {
        tower.close();
        delete();
        topics().ensure(TOPIC);
        tower = Place.tower(LostTopicTest.class);
        tower.awaitTrouble("another one");
        assertThat(tower.ring("bel_1", 1).position()).isNotNull();

        restore().begin();
    }

    /** As a broker makes it that makes topics by itself. */
    @Test
    @Order(8)
    void anEmptyOneWithAnotherNumberOfPartitionsIsMadeAsItShouldBe() throws Exception {
        tower.close();
        delete();
        try (Admin admin = admin()) {
            soon().ignoreExceptions()
                    .until(() -> admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)))
                                    .all()
                                    .get()
                            == null);
        }
        tower = Place.tower(LostTopicTest.class);
        tower.awaitTrouble("another one");

        restore().begin();
    }

    private TopicRestore restore() {
        return tower.context().getBean(TopicRestore.class);
    }

    private static Topics topics() {
        return new Topics(Servers.kafka());
    }

    private static void delete() throws Exception {
        try (Admin admin = admin()) {
            admin.deleteTopics(Set.of(TOPIC)).all().get();
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", Servers.kafka()));
    }
}
