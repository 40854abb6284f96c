package io.guildhall.billing.webhook;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.billing.payment.ProviderReport;
import io.guildhall.billing.payment.ProviderResult;
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
    private static final String DONE = "done";
    private static final String PARKED = "parked";
    private static final String MISMATCHED = "mismatched";
    private static final int BATCH = 100;

    private final MongoOperations mongo;
    private final InstantSource clock;

    ReceivedWebhooks(MongoOperations mongo, InstantSource clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    void createIndexes() {
        var indexes = mongo.indexOps(ReceivedWebhook.class);
        indexes.createIndex(new Index("state", Sort.Direction.ASC).on("receivedAt", Sort.Direction.ASC));
        indexes.createIndex(new Index("paymentId", Sort.Direction.ASC));
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
                    WAITING,
                    null));
        } catch (DuplicateKeyException _) {
            // The same event came before.
        }
    }

    List<ReceivedWebhook> waiting() {
        var oldest =
                query(where("state").is(WAITING)).with(Sort.by("receivedAt")).limit(BATCH);
        return mongo.find(oldest, ReceivedWebhook.class);
    }

    /** Brought to its payment; parked where the same money was found before not to be what was asked for. */
    void done(ReceivedWebhook webhook) {
        mongo.updateFirst(
                query(where("_id").is(webhook.id()).and("state").is(WAITING)), // what was parked meanwhile stays so
                repeatsMismatch(webhook) ? parked(MISMATCHED) : new Update().set("state", DONE),
                ReceivedWebhook.class);
    }

    private boolean repeatsMismatch(ReceivedWebhook webhook) {
        ProviderReport told = webhook.report();
        if (told == null || !told.result().isFinal()) {
            return false;
        }
        String id = MismatchedMoney.id(webhook.paymentId(), told.orderId(), told.amountMinor(), told.currency());
        return mongo.findById(id, MismatchedMoney.class) != null;
    }

    void park(ReceivedWebhook webhook, String reason) {
        mongo.updateFirst(query(where("_id").is(webhook.id())), parked(reason), ReceivedWebhook.class);
    }

    /** Parks all that told of this money, whether they were acted on already or not, and all that will tell of it. */
    public void parkMismatched(String paymentId, String orderId, long amountMinor, String currency) {
        // First, so that what is received behind the second statement finds it.
        mongo.save(new MismatchedMoney(MismatchedMoney.id(paymentId, orderId, amountMinor, currency)));
        mongo.updateMulti(
                query(where("paymentId")
                        .is(paymentId)
                        .and("report.orderId")
                        .is(orderId)
                        .and("report.amountMinor")
                        .is(amountMinor)
                        .and("report.currency")
                        .is(currency)
                        .and("report.result")
                        .in(ProviderResult.CAPTURED, ProviderResult.DECLINED)),
                parked(MISMATCHED),
                ReceivedWebhook.class);
    }

    /** The newest that are parked. */
    public List<ReceivedWebhook> parked(int limit) {
        var newest = query(where("state").is(PARKED))
                .with(Sort.by(Sort.Direction.DESC, "receivedAt"))
                .limit(limit);
        return mongo.find(newest, ReceivedWebhook.class);
    }

    private static Update parked(String reason) {
        return new Update().set("state", PARKED).set("reason", reason);
    }
}
