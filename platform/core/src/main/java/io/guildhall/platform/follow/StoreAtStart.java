package io.guildhall.platform.follow;

import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a service that starts while its store is away wait for it; to end and be started again takes longer. */
final class StoreAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(StoreAtStart.class);
    private static final Duration REST = Duration.ofMillis(200);

    private StoreAtStart() {}

    /** @throws MongoException when it does not answer within {@code longest}, or refuses */
    static void await(MongoDatabase database, Duration longest) {
        long latest = System.nanoTime() + longest.toNanos();
        while (true) {
            try {
                database.runCommand(new Document("ping", 1));
                return;
            } catch (MongoTimeoutException
                    | MongoSocketException
                    | MongoNotPrimaryException
                    | MongoNodeIsRecoveringException away) {
                if (System.nanoTime() > latest) {
                    throw away;
                }
                LOG.warn("The document store does not answer yet: {}", away.getMessage());
                rest(away);
            }
        }
    }

    private static void rest(MongoException away) {
        try {
            Thread.sleep(REST);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw away;
        }
    }
}
