package io.guildhall.platform.follow;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import io.guildhall.platform.testing.Servers;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Offsets are of one topic; positions stay whatever topic they were read in. */
class MongoPositionsTest {

    private static final Map<String, Long> FIVE = Map.of("hall.0/3", 5L);

    private final MongoPositions positions = new MongoPositions(Servers.database(MongoPositionsTest.class));
    private final MongoCollection<Document> documents =
            Servers.database(MongoPositionsTest.class).getCollection("positions");

    @BeforeEach
    void nobodyHasHeardAnything() {
        documents.deleteMany(new Document());
    }

    @Test
    void areKeptWithTheTopicThatTheyAreOf() {
        assertThat(positions.begin("guests", "hall", "first").topic()).isEqualTo("first");
        reached(8, "first");

        assertThat(positions.ofTopic("guests", "hall")).isEqualTo(new Places(Map.of(3, 8L), FIVE, "first"));
        assertThat(positions.begin("guests", "hall", "first").offset(3)).isEqualTo(8);
    }

    @Test
    void thoseFromBeforeTopicsWereToldAreBelieved() {
        documents.insertOne(new Document("_id", "guests@hall")
                .append("offsets", new Document("3", 8L))
                .append("positions", new Document("hall_0/3", 5L)));

        assertThat(positions.begin("guests", "hall", "first").offset(3)).isEqualTo(8);
        assertThat(positions.ofTopic("guests", "hall").topic()).isEqualTo("first");
    }

    @Test
    void inATopicThatWasMadeAnewTheyBeginAgain() {
        positions.begin("guests", "hall", "first");
        reached(8, "first");

        assertThat(positions.begin("guests", "hall", "second")).isEqualTo(new Places(Map.of(), FIVE, "second"));
        reached(2, "second");
        assertThat(positions.ofTopic("guests", "hall")).isEqualTo(new Places(Map.of(3, 2L), FIVE, "second"));
    }

    @Test
    void whoStoresLateForTheTopicBeforeMovesNoOffset() {
        positions.begin("guests", "hall", "first");
        reached(8, "first");
        positions.begin("guests", "hall", "second");
        reached(2, "second");

        positions.reachedInTopic("guests", "hall", new Places(Map.of(3, 9L), Map.of("hall.0/3", 6L), "first"));

        assertThat(positions.ofTopic("guests", "hall"))
                .isEqualTo(new Places(Map.of(3, 2L), Map.of("hall.0/3", 6L), "second"));
    }

    private void reached(long offset, String topic) {
        positions.reachedInTopic("guests", "hall", new Places(Map.of(3, offset), FIVE, topic));
    }
}
