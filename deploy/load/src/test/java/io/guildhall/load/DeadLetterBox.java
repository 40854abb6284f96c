package io.guildhall.load;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.guildhall.platform.follow.Envelope;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.MongoDeadLetters;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.LogPosition;
import io.guildhall.platform.log.Meta;
import io.guildhall.platform.log.MongoCommitStore;
import io.guildhall.platform.log.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Puts events of a service aside as the service itself does when its followers cannot handle them. */
final class DeadLetterBox implements AutoCloseable {

    private final String service;
    private final MongoClient client;
    private final MongoDatabase database;
    private final MongoDeadLetters letters;

    DeadLetterBox(LocalStack stack, String service) {
        this.service = service;
        client = MongoClients.create(stack.mongodb());
        database = client.getDatabase("guildhall_" + service);
        letters = new MongoDeadLetters(database, InstantSource.system());
    }

    /** The newest event of a stream; the stream is parked for this follower from now on. */
    void park(String streamId, String follower, String reason) {
        Commit commit = new MongoCommitStore(database, "log_0").lastOf(streamId).orElseThrow();
        StoredEvent event = commit.events().getLast();
        var fact = new Fact(
                service,
                new LogPosition(service + ".0", commit.last()),
                event.id(),
                event.name(),
                event.revision(),
                streamId,
                event.sequence(),
                commit.community(),
                event.at(),
                event.at(),
                event.meta().get(Meta.ACTOR),
                event.meta().getOrDefault(Meta.CORRELATION, event.id()),
                true);
        letters.park(follower, new Envelope(fact, event.payload()), reason);
    }

    /** A record of another service's topic that is no event. */
    void keepUnreadable(String topic, long offset, String reason) {
        letters.keep(new ConsumerRecord<>(topic, 0, offset, "none", "{".getBytes(StandardCharsets.UTF_8)), reason);
    }

    @Override
    public void close() {
        client.close();
    }
}
