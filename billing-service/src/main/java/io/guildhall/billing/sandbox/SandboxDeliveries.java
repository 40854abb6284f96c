package io.guildhall.billing.sandbox;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.platform.id.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The webhooks that the sandbox still has to send, as its session's behavior wants them. */
@Component
@Profile("local")
class SandboxDeliveries {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final MongoOperations mongo;
    private final InstantSource clock = InstantSource.system();
    private final JsonMapper json = new JsonMapper();

    SandboxDeliveries(MongoOperations mongo) {
        this.mongo = mongo;
    }

    void createIndexes() {
        mongo.indexOps(Delivery.class).createIndex(new Index("due", Sort.Direction.ASC));
        mongo.indexOps(SandboxSession.class).createIndex(new Index("reference", Sort.Direction.ASC).unique());
    }

    void captured(SandboxSession session) {
        put(session, "payment.captured");
    }

    void declined(SandboxSession session) {
        put(session, "payment.declined");
    }

    private void put(SandboxSession session, String type) {
        Behavior behavior = session.behaves();
        if (behavior.silent() || behavior.sends() == Behavior.Webhooks.NEVER) {
            return;
        }
        List<String> bodies = new ArrayList<>(List.of(body(session, "payment.processing"), body(session, type)));
        switch (behavior.sends()) {
            case TWICE -> bodies.add(bodies.getLast());
            case OUT_OF_ORDER -> Collections.reverse(bodies);
            case ONCE, NEVER -> {} // as they are
        }
        Integer late = behavior.delaySeconds();
        Instant due = clock.instant().plusSeconds(late == null ? 0 : late);
        for (String body : bodies) {
            mongo.insert(new Delivery(Ids.next("dlv"), body, due, 0));
            due = due.plusMillis(1);
        }
    }

    private String body(SandboxSession session, String type) {
        return json.writeValueAsString(new SandboxEvent(
                Ids.next("evt"),
                type,
                session.sessionId(),
                session.reference(),
                session.orderId(),
                session.toldAmountMinor(),
                session.currency()));
    }

    List<Delivery> due() {
        var oldest =
                query(where("due").lte(clock.instant())).with(Sort.by("due")).limit(20);
        return mongo.find(oldest, Delivery.class);
    }

    void taken(Delivery delivery) {
        mongo.remove(query(where("_id").is(delivery.id())), Delivery.class);
    }

    /** The pause doubles with each attempt, from one second to five minutes. */
    void again(Delivery delivery) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(delivery.attempts(), 12));
        Instant due = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        mongo.updateFirst(
                query(where("_id").is(delivery.id())),
                new Update().set("due", due).set("attempts", delivery.attempts() + 1),
                Delivery.class);
    }
}
