package io.guildhall.billing.sandbox;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.billing.sandbox.SandboxSession.Status;
import io.guildhall.platform.id.Ids;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The sandbox itself: sessions, and what becomes of them. */
@Component
@Profile("local")
public class Sandbox {

    private static final FindAndModifyOptions CHANGED =
            FindAndModifyOptions.options().returnNew(true);

    private final MongoOperations mongo;
    private final SandboxDeliveries deliveries;
    private final SandboxSettings settings;

    Sandbox(MongoOperations mongo, SandboxDeliveries deliveries, SandboxSettings settings) {
        this.mongo = mongo;
        this.deliveries = deliveries;
        this.settings = settings;
    }

    /** Creates a session, or finds the one of this reference; charges at once what is off session. */
    public SandboxSession open(SessionRequest request) {
        Behavior behavior = behavior(request).orElse(null);
        var session = new SandboxSession(
                Ids.next("ses"),
                request.reference(),
                request.orderId(),
                request.description(),
                request.amountMinor(),
                request.currency(),
                Status.OPEN,
                request.returnTo(),
                behavior,
                null);
        try {
            mongo.insert(session);
        } catch (DuplicateKeyException _) {
            session = find(request.reference()).orElseThrow();
        }
        if (!request.offSession() || session.status() != Status.OPEN) {
            return session;
        }
        return (session.behaves().refuses() ? decline(session.sessionId()) : pay(session.sessionId())).orElse(session);
    }

    /** Whether nobody can be reached who would charge this. */
    public boolean away(SessionRequest request) {
        return request.offSession()
                && behavior(request).filter(Behavior::outOfReach).isPresent();
    }

    private Optional<Behavior> behavior(SessionRequest request) {
        return Optional.ofNullable(request.method()).flatMap(this::find).map(SandboxSession::behavior);
    }

    public Optional<SandboxSession> find(String reference) {
        return Optional.ofNullable(mongo.findOne(query(where("reference").is(reference)), SandboxSession.class));
    }

    public Optional<SandboxSession> session(String sessionId) {
        return Optional.ofNullable(mongo.findById(sessionId, SandboxSession.class));
    }

    /** Charges a session that was not; the same session afterwards, empty when there is none. */
    public Optional<SandboxSession> pay(String sessionId) {
        change(sessionId, Status.PAID, Status.OPEN, Status.DECLINED).ifPresent(deliveries::captured);
        return session(sessionId);
    }

    public Optional<SandboxSession> decline(String sessionId) {
        change(sessionId, Status.DECLINED, Status.OPEN).ifPresent(deliveries::declined);
        return session(sessionId);
    }

    /**
     * Gives money of a paid session back, once for each id.
     *
     * @return the session afterwards; empty when there is none, or not so much of it left
     */
    public Optional<SandboxSession> refund(String reference, RefundRequest refund) {
        return find(reference)
                .flatMap(session ->
                        session.refunded(refund.refundId()) ? Optional.of(session) : refund(session, refund));
    }

    /** Where another refund came between, it is as if there were nothing left: the merchant asks again. */
    private Optional<SandboxSession> refund(SandboxSession session, RefundRequest refund) {
        long left = session.amountMinor() - session.refundedMinor() - refund.amountMinor();
        if (left < 0) {
            return Optional.empty();
        }
        int before = session.refunds() == null ? 0 : session.refunds().size();
        var asRead = query(where("_id")
                .is(session.sessionId())
                .and("status")
                .is(Status.PAID)
                .and("refunds." + before)
                .exists(false));
        var update = new Update().push("refunds", refund).set("status", left == 0 ? Status.REFUNDED : Status.PAID);
        @Nullable SandboxSession changed = mongo.findAndModify(asRead, update, CHANGED, SandboxSession.class);
        return Optional.ofNullable(changed);
    }

    public Optional<SandboxSession> behave(String sessionId, Behavior behavior) {
        return modify(sessionId, new Update().set("behavior", behavior));
    }

    /** How many answers about this session still tell nothing, the next among them; it counts as told. */
    public int silences(String sessionId) {
        var silent =
                query(where("_id").is(sessionId).and("behavior.tellsNothing").gt(0));
        @Nullable
        SandboxSession before =
                mongo.findAndModify(silent, new Update().inc("behavior.tellsNothing", -1), SandboxSession.class);
        return before == null ? 0 : before.behaves().silences();
    }

    public SessionAnswer answer(SandboxSession session) {
        return new SessionAnswer(
                session.sessionId(),
                settings.page() + "/" + session.sessionId(),
                session.orderId(),
                session.toldAmountMinor(),
                session.currency(),
                session.status());
    }

    private Optional<SandboxSession> change(String sessionId, Status to, Status... from) {
        var wanted = query(where("_id").is(sessionId).and("status").in((Object[]) from));
        return Optional.ofNullable(
                mongo.findAndModify(wanted, new Update().set("status", to), CHANGED, SandboxSession.class));
    }

    private Optional<SandboxSession> modify(String sessionId, Update update) {
        @Nullable
        SandboxSession changed =
                mongo.findAndModify(query(where("_id").is(sessionId)), update, CHANGED, SandboxSession.class);
        return Optional.ofNullable(changed);
    }
}
