package io.guildhall.local.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest {

    @TempDir
    private Path folder = Path.of("");

    private EmbeddedStore store = EmbeddedStore.inMemory();
    private MongoClient client = MongoClients.create(store.uri());

    @BeforeEach
    void start() {
        stop();
        store = EmbeddedStore.start(folder, 0);
        client = MongoClients.create(store.uri());
    }

    @AfterEach
    void stop() {
        client.close();
        store.close();
    }

    private MongoCollection<Document> log() {
        MongoCollection<Document> log = client.getDatabase("guildhall_member")
                .getCollection("log")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
        log.createIndex(ascending("streamId", "firstSequence"), new IndexOptions().unique(true));
        log.createIndex(ascending("commandId"), new IndexOptions().unique(true));
        return log;
    }

    private static Document commit(long position, String stream, long sequence, String command) {
        return new Document("_id", position)
                .append("streamId", stream)
                .append("firstSequence", sequence)
                .append("commandId", command)
                .append("events", List.of(new Document("name", "member.account.registered")));
    }

    @Test
    void listensBelowTheEphemeralPorts() {
        assertThat(store.port()).isBetween(20_000, 32_767);
    }

    @Test
    void refusesTheSecondOfAStreamAndSequenceAndNamesItsPlaceInTheBatch() {
        MongoCollection<Document> log = log();
        log.insertOne(commit(1, "a", 0, "c1"));
        List<Document> batch = List.of(commit(2, "b", 0, "c2"), commit(3, "a", 0, "c3"), commit(4, "c", 0, "c4"));

        var refused = catchThrowableOfType(
                MongoBulkWriteException.class, () -> log.insertMany(batch, new InsertManyOptions().ordered(true)));

        assertThat(refused.getWriteErrors()).singleElement().satisfies(error -> {
            assertThat(error.getIndex()).isEqualTo(1);
            assertThat(error.getCode()).isEqualTo(11000);
            assertThat(error.getMessage()).contains("streamId_1_firstSequence_1");
        });
        assertThat(refused.getWriteResult().getInsertedCount()).isEqualTo(1);
        assertThat(log.find().map(each -> each.getLong("_id"))).containsExactly(1L, 2L);
    }

    @Test
    void refusesADoubledIdAndADoubledCommand() {
        MongoCollection<Document> log = log();
        log.insertOne(commit(1, "a", 0, "c1"));

        assertThatThrownBy(() -> log.insertOne(commit(1, "b", 0, "c2")))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        e -> assertThat(e.getMessage()).contains("E11000").contains("index: _id_"));
        assertThatThrownBy(() -> log.insertOne(commit(2, "b", 0, "c1")))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        e -> assertThat(e.getMessage()).contains("commandId_1"));
        assertThat(log.countDocuments()).isEqualTo(1);
        assertThat(log.countDocuments(eq("streamId", "b"))).isZero();
    }

    @Test
    void answersTheQueriesOfTheLogFromIndexes() {
        MongoCollection<Document> log = log();
        for (long position = 1; position <= 200; position++) {
            log.insertOne(commit(position, "s" + position % 10, position / 10, "c" + position));
        }

        assertThat(Objects.requireNonNull(
                                log.find().sort(descending("_id")).limit(1).first())
                        .getLong("_id"))
                .isEqualTo(200);
        assertThat(log.find(gt("_id", 150L)).sort(ascending("_id")).limit(3).map(each -> each.getLong("_id")))
                .containsExactly(151L, 152L, 153L);
        assertThat(log.find(and(eq("streamId", "s3"), gt("firstSequence", 15L)))
                        .sort(ascending("firstSequence"))
                        .map(each -> each.getLong("firstSequence")))
                .containsExactly(16L, 17L, 18L, 19L);
        assertThat(log.find(eq("commandId", "c77"))).hasSize(1);
        assertThat(log.countDocuments(eq("streamId", "s3"))).isEqualTo(20);
        assertThat(log.aggregate(List.of(
                        Aggregates.match(eq("streamId", "s3")),
                        Aggregates.sort(descending("firstSequence")),
                        Aggregates.limit(1))))
                .singleElement()
                .satisfies(last -> assertThat(last.getLong("firstSequence")).isEqualTo(19));
        assertThat(log.find(or(eq("commandId", "c5"), eq("streamId", "s5")))).hasSize(20);
        assertThat(store.fullScans()).isZero();

        assertThat(log.find(eq("events.name", "member.account.registered"))).hasSize(200);
        assertThat(store.fullScans()).isEqualTo(1);
        assertThat(store.fullScanQueries()).containsExactly("guildhall_member.log by [events.name]");
    }

    @Test
    void updatesWithGuardsOnNestedPathsAndUpserts() {
        MongoCollection<Document> claims =
                client.getDatabase("guildhall_member").getCollection("claims");
        var upsert = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        var unseen = and(eq("_id", "x"), or(exists("seen.member", false), lt("seen.member", 5L)));
        var see = combine(set("seen.member", 5L), setOnInsert("made", true), max("most", 7));

        assertThat(claims.findOneAndUpdate(unseen, see, upsert))
                .isEqualTo(new Document("_id", "x")
                        .append("seen", new Document("member", 5L))
                        .append("made", true)
                        .append("most", 7));
        assertThatThrownBy(() -> claims.findOneAndUpdate(unseen, see, upsert))
                .isInstanceOfSatisfying(
                        MongoCommandException.class,
                        e -> assertThat(e.getErrorCode()).isEqualTo(11000));
        assertThat(claims.updateOne(unseen, set("lost", true)).getMatchedCount())
                .isZero();
        assertThat(claims.updateOne(eq("_id", "y"), max("most", 3), new UpdateOptions().upsert(true))
                        .getUpsertedId())
                .isNotNull();
        assertThat(store.fullScans()).isZero();
    }

    @Test
    void usesDescendingIndexesForOrder() {
        MongoCollection<Document> messages =
                client.getDatabase("guildhall_community").getCollection("messages");
        messages.createIndex(compoundIndex(ascending("channel"), descending("sequence")));
        for (int i = 0; i < 50; i++) {
            messages.insertOne(new Document("channel", i % 2).append("sequence", i));
        }
        assertThat(messages.find(and(eq("channel", 1), lt("sequence", 40)))
                        .sort(descending("sequence"))
                        .limit(3)
                        .map(each -> each.getInteger("sequence")))
                .containsExactly(39, 37, 35);
        assertThat(store.fullScans()).isZero();
    }

    @Test
    void findsByTheBeginningOfOneItem() {
        MongoCollection<Document> people =
                client.getDatabase("guildhall_member").getCollection("people");
        people.createIndex(ascending("words"));
        people.insertOne(new Document("_id", "ada").append("words", List.of("ada byron", "byron")));
        people.insertOne(new Document("_id", "li").append("words", List.of("李雷", "雷")));
        people.insertOne(new Document("_id", "none").append("words", List.of("a", "z")));

        assertThat(people.find(elemMatch("words", Document.parse("{$gte: 'by', $lt: 'bz'}")))
                        .map(each -> each.getString("_id")))
                .containsExactly("ada");
        assertThat(people.find(elemMatch("words", Document.parse("{$gte: '雷', $lt: '雸'}")))
                        .map(each -> each.getString("_id")))
                .containsExactly("li");
        assertThat(store.fullScans()).isZero();
    }

    @Test
    void handsOutALargeResultInBatchesThatFitAMessage() {
        MongoCollection<Document> large = client.getDatabase("guildhall_course").getCollection("large");
        String text = "x".repeat(7_000_000);
        for (int i = 0; i < 10; i++) {
            large.insertOne(new Document("_id", i).append("text", text));
        }
        List<Integer> ids = new ArrayList<>();
        large.find().forEach(each -> ids.add(each.getInteger("_id")));
        assertThat(ids).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void keepsDocumentsAndIndexesOverARestart() {
        log().insertOne(commit(1, "a", 0, "c1"));
        start();
        assertThat(log().find(eq("streamId", "a"))).hasSize(1);
        assertThatThrownBy(() -> log().insertOne(commit(2, "a", 0, "c2"))).isInstanceOf(MongoWriteException.class);
        assertThat(store.fullScans()).isZero();
    }

    @Test
    void buildsNoIndexOverDoubledKeysAndTellsAgainAfterwards() {
        MongoCollection<Document> names = client.getDatabase("guildhall_member").getCollection("names");
        names.insertMany(List.of(new Document("name", "a"), new Document("name", "a"), new Document("name", "b")));
        var unique = new IndexOptions().unique(true);
        assertThatThrownBy(() -> names.createIndex(ascending("name"), unique)).hasMessageContaining("11000");
        assertThatThrownBy(() -> names.createIndex(ascending("name"), unique)).hasMessageContaining("11000");
        names.deleteOne(eq("name", "a"));
        names.createIndex(ascending("name"), unique);
        assertThat(names.find(eq("name", "b"))).hasSize(1);
    }

    @Test
    void dropsOnlyTheIndexesOfTheNamedCollection() {
        var database = client.getDatabase("guildhall_member");
        for (String name : List.of("a", "b")) {
            database.getCollection(name).createIndex(ascending("x"));
            database.getCollection(name).createIndex(ascending("y"));
        }
        database.getCollection("a").dropIndex("x_1");
        assertThat(database.getCollection("a").listIndexes()).hasSize(2);
        database.getCollection("a").dropIndexes();
        assertThat(database.getCollection("a").listIndexes()).hasSize(1);
        assertThat(database.getCollection("b").listIndexes()).hasSize(3);
    }

    @Test
    void startsEmptyAfterADrop() {
        log().insertOne(commit(1, "a", 0, "c1"));
        log().drop();
        log().insertOne(commit(1, "a", 0, "c1"));
        client.getDatabase("guildhall_member").drop();
        assertThat(log().countDocuments()).isZero();
        log().insertOne(commit(1, "a", 0, "c1"));
        start();
        assertThat(log().find(eq("commandId", "c1"))).hasSize(1);
    }

    @Test
    void letsOneOfManyTakeAUniqueKeyOrAClaim() throws Exception {
        MongoCollection<Document> log = log();
        MongoCollection<Document> due = client.getDatabase("guildhall_member").getCollection("due");
        for (int i = 0; i < 200; i++) {
            due.insertOne(new Document("_id", i).append("free", true));
        }
        due.createIndex(ascending("free"));
        var ids = new AtomicLong();
        var won = new AtomicInteger();
        var claimed = new ConcurrentLinkedQueue<Integer>();
        try (var threads = Executors.newFixedThreadPool(32)) {
            for (int thread = 0; thread < 32; thread++) {
                threads.submit(() -> {
                    for (int stream = 0; stream < 50; stream++) {
                        try {
                            log.insertOne(commit(
                                    ids.incrementAndGet(), "s" + stream, 0, "c" + ids.get() + Thread.currentThread()));
                            won.incrementAndGet();
                        } catch (MongoWriteException e) {
                            assertThat(e.getCode()).isEqualTo(11000);
                        }
                        Document claim = due.findOneAndUpdate(eq("free", true), set("free", false));
                        if (claim != null) {
                            claimed.add(claim.getInteger("_id"));
                        }
                    }
                    return null;
                });
            }
        }
        assertThat(won.get()).isEqualTo(50);
        assertThat(log.countDocuments()).isEqualTo(50);
        assertThat(claimed).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void answersHello() {
        assertThat(client.getDatabase("admin").runCommand(new Document("hello", 1)))
                .containsEntry("isWritablePrimary", true);
    }
}
