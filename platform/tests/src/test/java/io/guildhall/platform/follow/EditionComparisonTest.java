package io.guildhall.platform.follow;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.guildhall.platform.testing.Servers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a store: documents that one edition lacks, and one that never stands still. */
class EditionComparisonTest {

    private static final int MANY = 5_001;

    private final MongoDatabase database = Servers.database(EditionComparisonTest.class);
    private int looks;

    @AfterEach
    void drop() {
        database.drop();
    }

    @Test
    void tellsHowManyAreMissingHoweverManyThatAre() {
        database.getCollection("sales").insertMany(documents(MANY));

        Compared found = compare(() -> {});

        assertThat(found.documents()).isEqualTo(MANY);
        assertThat(found.different()).isEqualTo(MANY);
        assertThat(found.moving()).isZero();
        assertThat(found.differences()).hasSize(20);
    }

    @Test
    void tellsOfOneThatMovesBetweenAllLooks() {
        database.getCollection("sales").insertMany(documents(2));

        Compared found = compare(() -> database.getCollection("sales")
                .updateOne(Filters.eq("_id", "til_00000"), Updates.set("total", looks++)));

        assertThat(found.different()).isOne();
        assertThat(found.moving()).isOne();
    }

    private Compared compare(Runnable level) {
        var live = new TreeMap<>(Map.of("sales", "sales"));
        var rebuilt = new TreeMap<>(Map.of("sales", "sales.2"));
        return new EditionComparison(new Comparison(database, live, rebuilt), level).run(Instant.EPOCH);
    }

    private static List<Document> documents(int many) {
        return IntStream.range(0, many)
                .mapToObj(number -> new Document("_id", "til_%05d".formatted(number)).append("total", -1))
                .toList();
    }
}
