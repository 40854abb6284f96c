package io.guildhall.billing.anyorder;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.billing.offer.SoldOffer;
import io.guildhall.billing.order.KeptOrder;
import io.guildhall.billing.order.OrderCommand.PlaceOrder;
import io.guildhall.billing.order.OrderCommand.RefundOrder;
import io.guildhall.billing.order.OrderNotPaid;
import io.guildhall.billing.payment.PaymentCommand.ReportPayment;
import io.guildhall.billing.payment.PaymentCommand.RequestPayment;
import io.guildhall.billing.payment.PaymentId;
import io.guildhall.billing.payment.ProviderReport;
import io.guildhall.billing.payment.ProviderResult;
import io.guildhall.billing.subscription.AlreadyCanceled;
import io.guildhall.billing.subscription.KeptSubscription;
import io.guildhall.billing.subscription.SubscriptionCommand.CancelSubscription;
import io.guildhall.platform.axon.CommandContext;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.due.DueDateProbe;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.log.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.json.JsonMapper;

/** What members, the owner, the provider and the calendar do in one community; each answers whether it is done. */
final class Deeds {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    final String community = Ids.next("com");
    private final HandProvider provider;
    private final Commands commands;
    private final EventLogs logs;
    private final DueDateProbe dates;
    private final MongoOperations mongo;

    Deeds(ApplicationContext service) {
        provider = service.getBean(HandProvider.class);
        commands = service.getBean(Commands.class);
        logs = service.getBean(EventLogs.class);
        mongo = service.getBean(MongoOperations.class);
        dates = new DueDateProbe(service);
    }

    HandProvider provider() {
        return provider;
    }

    boolean orders(String orderId, String memberId, SoldOffer offer) {
        send(new PlaceOrder(orderId, community, memberId, offer, null, START, START.plus(Duration.ofHours(23))));
        return send(new RequestPayment(
                PaymentId.of(orderId),
                community,
                orderId,
                memberId,
                provider.name(),
                offer.name(),
                offer.amountMinor(),
                offer.currency(),
                false,
                null,
                null));
    }

    boolean tries(String orderId, long amountMinor, ProviderResult result, int told) {
        String paymentId = PaymentId.of(orderId);
        ProviderReport report = provider.tries(paymentId, orderId, amountMinor, result);
        for (int i = 0; i < told; i++) {
            send(new ReportPayment(paymentId, report, START));
        }
        return true;
    }

    /** The provider tells that a renewal is captured, at the moment at which the former term ends. */
    boolean tellsCaptured(String holder, String orderId) {
        String paymentId = PaymentId.of(orderId);
        Instant at = newest(holder, "termEnd", "billing.subscription.renewal-due");
        return send(new ReportPayment(paymentId, provider.captures(paymentId), at));
    }

    /** What the newest event of these names says of a moment. */
    private Instant newest(String holder, String moment, String... names) {
        Set<String> wanted = Set.of(names);
        return events(holder)
                .filter(event -> wanted.contains(event.name()))
                .map(event -> Instant.parse(
                        JSON.readTree(event.payload()).path(moment).asString()))
                .reduce(START, (_, last) -> last);
    }

    boolean refunds(String orderId, @Nullable Long amountMinor) {
        try {
            return send(new RefundOrder(orderId, community, amountMinor, START));
        } catch (OrderNotPaid notYet) {
            return false;
        }
    }

    /** Cancels at the moment at which the newest term begins. */
    boolean cancels(String memberId, String holder) {
        return cancels(memberId, holder, newest(holder, "termStart", Terms.TERMS));
    }

    /** Cancels before a renewed term begins. */
    boolean cancelsAhead(String memberId, String holder) {
        return cancels(memberId, holder, START);
    }

    private boolean cancels(String memberId, String holder, Instant at) {
        return subscriptions(memberId).filter(KeptSubscription::running).anyMatch(running -> {
            try {
                return send(new CancelSubscription(holder, running.subscriptionId(), at));
            } catch (AlreadyCanceled shownLate) {
                return false;
            }
        });
    }

    /** The due date comes, if it waits. */
    boolean comes(String dueDate) {
        return dates.come(dueDate);
    }

    /** How many events of these names a stream holds. */
    long told(String streamId, String... names) {
        Set<String> wanted = Set.of(names);
        return events(streamId).filter(event -> wanted.contains(event.name())).count();
    }

    Stream<StoredEvent> events(String streamId) {
        return logs.stream(streamId, 0, 1_000).stream().flatMap(commit -> commit.events().stream());
    }

    /** Of one member, oldest first. */
    List<KeptOrder> ordersOf(String memberId) {
        return mongo.find(
                query(where("communityId").is(community).and("memberId").is(memberId))
                        .with(Sort.by("place")),
                KeptOrder.class);
    }

    /** Of one member, oldest first. */
    Stream<KeptSubscription> subscriptions(String memberId) {
        return mongo
                .find(
                        query(where("communityId").is(community).and("memberId").is(memberId))
                                .with(Sort.by("place")),
                        KeptSubscription.class)
                .stream();
    }

    private boolean send(Object command) {
        commands.sendAs(CommandContext.of(Ids.next("cmd"), null), command);
        return true;
    }
}
