package io.guildhall.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexOptions;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same questions to our store with indexes and to the plain memory backend: the answers must not differ. */
class DifferentialTest {

    private static final int DOCUMENTS = 300;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_120, -7})
    void answersAsTheMemoryBackendDoes(long seed) {
        compare(seed, 400);
    }

    @Test
    @Tag("long")
    void answersAsTheMemoryBackendDoesForFreshSeeds() {
        for (int i = 0; i < 8; i++) {
            compare(System.nanoTime(), 1_500);
        }
    }

    private void compare(long seed, int steps) {
        System.out.println("differential test: seed " + seed);
        MongoServer memory = new MongoServer(new MemoryBackend());
        Path data = folder.resolve("seed" + seed);
        try (MongoClient expected = client(memory.bindAndGetConnectionString())) {
            Differences differences = new Differences(seed);
            for (int round = 0; round < 3; round++) {
                try (EmbeddedStore store = EmbeddedStore.start(data, 0);
                        MongoClient actual = client(store.uri())) {
                    new Run(seed, differences, collection(expected), collection(actual)).steps(round, steps / 3);
                }
            }
        } finally {
            memory.shutdownNow();
        }
    }

    private static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
    }

    private static MongoCollection<Document> collection(MongoClient client) {
        return client.getDatabase("differences").getCollection("documents");
    }

    private record Run(
            long seed, Differences differences, MongoCollection<Document> expected, MongoCollection<Document> actual) {

        void steps(int round, int steps) {
            if (round == 0) {
                fill();
            }
            for (int i = 0; i < 2; i++) {
                actual.createIndex(
                        differences.index(),
                        new IndexOptions().sparse(differences.chance(0.3)).name("index" + round + i));
            }
            for (int step = 0; step < steps; step++) {
                if (differences.chance(0.15)) {
                    change();
                } else {
                    ask();
                }
            }
        }

        private void fill() {
            List<Document> documents = new ArrayList<>();
            for (long id = 0; id < DOCUMENTS; id++) {
                documents.add(differences.document(id));
            }
            expected.insertMany(documents);
            actual.insertMany(documents);
        }

        private void ask() {
            Document filter = differences.filter();
            Document order = differences.order();
            int skip = differences.chance(0.2) ? differences.upTo(5) : 0;
            int limit = differences.chance(0.5) ? 1 + differences.upTo(20) : 0;
            String question = filter.toJson() + " sorted by " + order.toJson() + " skip " + skip + " limit " + limit;
            same(question, each -> list(each.find(filter).sort(order).skip(skip).limit(limit)));
            same("count " + question, each -> List.of(each.countDocuments(filter)));
            same(
                    "aggregate " + question,
                    each -> list(each.aggregate(List.of(
                            Aggregates.match(filter), Aggregates.sort(order), Aggregates.limit(Math.max(1, limit))))));
        }

        private void change() {
            Document filter = differences.filter();
            Document change = differences.change();
            if (differences.chance(0.3)) {
                long id = differences.upTo(DOCUMENTS);
                same(
                        "delete " + id,
                        each -> List.of(each.deleteOne(new Document("_id", id)).getDeletedCount()));
                Document added = differences.document(id);
                same(
                        "insert " + id,
                        each -> List.of(String.valueOf(each.insertOne(added).getInsertedId())));
            } else {
                same(
                        "update " + filter.toJson() + " " + change.toJson(),
                        each -> List.of(each.updateMany(filter, change).getModifiedCount()));
            }
        }

        private static <T> List<T> list(Iterable<T> found) {
            List<T> list = new ArrayList<>();
            found.forEach(list::add);
            return list;
        }

        private void same(String question, Function<MongoCollection<Document>, List<?>> answer) {
            assertThat(answer.apply(actual)).as("seed %d: %s", seed, question).isEqualTo(answer.apply(expected));
        }
    }
}
