package io.guildhall.billing.webhook;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.billing.payment.ProviderWebhook;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Keeps every genuine event of a provider, once and for good. */
@Component
public class ReceivedWebhooks {

    static final String COLLECTION = "received_webhooks";

    private static final String WAITING = "waiting";
    private static final int BATCH = 100;

    private final MongoOperations mongo;
    private final InstantSource clock;

    ReceivedWebhooks(MongoOperations mongo, InstantSource clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    void createIndex() {
        mongo.indexOps(ReceivedWebhook.class)
                .createIndex(new Index("state", Sort.Direction.ASC).on("receivedAt", Sort.Direction.ASC));
    }

    /** Returns once it is durable. The provider's name holds no slash, so no two events share an id. */
    public void keep(String provider, ProviderWebhook webhook) {
        try {
            mongo.insert(new ReceivedWebhook(
                    provider + "/" + webhook.eventId(),
                    webhook.type(),
                    webhook.paymentId(),
                    webhook.report(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    WAITING));
        } catch (DuplicateKeyException _) {
            // The same event came before.
        }
    }

    List<ReceivedWebhook> waiting() {
        var oldest =
                query(where("state").is(WAITING)).with(Sort.by("receivedAt")).limit(BATCH);
        return mongo.find(oldest, ReceivedWebhook.class);
    }

    void done(ReceivedWebhook webhook) {
        settle(webhook, new Update().set("state", "done"));
    }

    void park(ReceivedWebhook webhook, String reason) {
        settle(webhook, new Update().set("state", "parked").set("reason", reason));
    }

    private void settle(ReceivedWebhook webhook, Update update) {
        mongo.updateFirst(query(where("_id").is(webhook.id())), update, ReceivedWebhook.class);
    }
}
