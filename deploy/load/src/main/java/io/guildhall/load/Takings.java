package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import io.guildhall.load.TakingsCheck.Charge;
import io.guildhall.load.TakingsCheck.Kept;
import io.guildhall.load.TakingsCheck.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/** What a hall that sells plans has taken, as the provider knows it and as billing-service tells of it. */
final class Takings {

    private final Hall hall;
    private List<LoggedFact> facts = List.of();
    private Set<String> mismatched = Set.of();

    Takings(Hall hall) {
        this.hall = hall;
    }

    /** Waits until nothing is amiss, and looks again when everything has come to rest. */
    void settle() {
        await().atMost(Duration.ofMinutes(5))
                .untilAsserted(() -> assertThat(findings()).isEmpty());
        hall.stack().awaitQuiet();
        assertThat(findings()).isEmpty();
    }

    private List<String> findings() {
        facts = LoggedFact.of(hall.stack(), "billing", hall.id());
        mismatched = questioned();
        Set<String> takenBack = takenBack();
        List<Term> terms = facts.stream()
                .filter(fact -> fact.name().matches("billing\\.subscription\\.(activated|renewed)"))
                .filter(fact -> !takenBack.contains(fact.text("orderId")))
                .map(fact -> new Term(
                        fact.text("orderId"),
                        fact.text("memberId") + "/" + fact.text("offerId"),
                        Instant.parse(fact.text("termStart")),
                        Instant.parse(fact.text("termEnd"))))
                .toList();
        var kept = new Kept(orders("billing.order.paid"), terms, orders("billing.order.refunded"), mismatched);
        return TakingsCheck.findings(charges(), kept);
    }

    /** Orders of terms that were paid ahead, and canceled before they began. */
    private Set<String> takenBack() {
        return facts.stream()
                .filter(fact -> fact.name().equals("billing.subscription.term-unwanted"))
                .filter(fact -> !fact.text("termEnd").isEmpty())
                .map(fact -> fact.text("orderId"))
                .collect(Collectors.toSet());
    }

    private List<String> orders(String name) {
        return facts.stream()
                .filter(fact -> fact.name().equals(name))
                .map(fact -> fact.text("orderId"))
                .toList();
    }

    /** Of the hall's orders, by the provider's own account. */
    private List<Charge> charges() {
        try (var mongo = MongoClients.create(hall.stack().mongodb())) {
            List<Charge> charges = new ArrayList<>();
            mongo.getDatabase("guildhall_billing")
                    .getCollection("sandbox_sessions")
                    .find(Filters.in("orderId", orders("billing.order.placed")))
                    .forEach(session -> charge(session, charges));
            return charges;
        }
    }

    private static void charge(Document session, List<Charge> charges) {
        String status = session.getString("status");
        if (Set.of("PAID", "REFUNDED").contains(status)) {
            charges.add(new Charge(session.getString("orderId"), status.equals("REFUNDED")));
        }
    }

    private Set<String> questioned() {
        return hall.stack()
                .owner()
                .get(hall.path() + "/ledger/payments-in-question?limit=200")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("questions")
                        .valueStream()
                        .anyMatch(it -> it.asString().equals("mismatched")))
                .map(item -> item.path("orderId").asString())
                .collect(Collectors.toSet());
    }

    /** How many terms were paid, and not returned. */
    int terms() {
        return count("billing.subscription.activated")
                + renewals()
                - takenBack().size();
    }

    int renewals() {
        return count("billing.subscription.renewed");
    }

    /** How many payments were given back. */
    int returned() {
        return count("billing.order.refunded");
    }

    int declined() {
        return count("billing.payment.failed");
    }

    /** How many payments were left without an answer at first. */
    int doubted() {
        return count("billing.payment.unknown");
    }

    int mismatched() {
        return mismatched.size();
    }

    private int count(String name) {
        return (int) facts.stream().filter(fact -> fact.name().equals(name)).count();
    }

    @Override
    public String toString() {
        return "%d terms paid (%d renewals), %d payments returned, %d declined, %d in doubt for a while, %d mismatched"
                .formatted(terms(), renewals(), returned(), declined(), doubted(), mismatched());
    }
}
