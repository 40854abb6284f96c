package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import io.guildhall.local.client.GuildhallClient;
import io.guildhall.platform.testing.checker.Findings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two instances of a service at once: both serve, and when one dies or stands still its claims move to the other. Nothing
 * is lost or doubled.
 */
@Tag("long")
@ExtendWith(SharedStack.class)
class TwoInstancesTest {

    private final LocalStack stack;

    TwoInstancesTest(LocalStack stack) {
        this.stack = stack;
    }

    /**
     * Each founding is sent to both instances of community-service with the same key. Policies, due dates and inboxes of
     * both instances of billing-service go on, each on one of them at a time.
     */
    @Test
    void whatIsAskedOrPaidWhileClaimsMoveIsDoneOnce() throws IOException, InterruptedException {
        var newcomers = new Newcomers(stack);
        List<GuildhallClient> buyers = List.of(
                newcomers.register("twice1@example.org", "Eve"), newcomers.register("twice2@example.org", "Finn"));
        try (var community = Instance.of(stack, "community-service");
                var billing = Instance.of(stack, "billing-service");
                var requests = new Requests()) {
            var door = new SideDoor(stack, community);
            await().untilAsserted(() ->
                    assertThat(door.get().get("/api/communities").status()).isEqualTo(200));
            var check = new HouseCheck(stack);
            var callers = new Callers();
            BuyingLoad buying;
            try (callers) {
                var founding = new FoundingLoad(stack, requests, callers, List.of(stack::owner, door));
                buying = new BuyingLoad(stack, requests, callers, new HouseTime(stack), buyers, 7);
                awaitMore(founding::founded);
                assertThat(answered(stack.measures("community-service"))).isPositive();
                assertThat(answered(community.measures())).isPositive();
                CompletableFuture.allOf(
                                killed("community-service", community, founding::founded),
                                killed("billing-service", billing, buying::bought))
                        .join();
            }
            buying.settles();

            assertThat(callers.surprises()).isEmpty();
            Findings findings = check.of(requests);
            assertThat(findings.clean()).as(findings.toString()).isTrue();
            ownsEachOfThemOnce();
        }
    }

    private CompletableFuture<Void> killed(String service, Instance second, IntSupplier done) {
        return CompletableFuture.runAsync(
                () -> killOneAfterTheOther(service, second, done), Thread::startVirtualThread);
    }

    /** The one stands still until its claims have moved, and dies later, and the other dies. */
    private void killOneAfterTheOther(String service, Instance second, IntSupplier done) {
        var claims = new Claims(stack, service);
        awaitMore(done);
        long first = stack.pid(service);
        stack.pause(service);
        claims.awaitAllButOf(first);
        stack.resume(service); // and goes on with what it believes to have
        awaitMore(done);
        int restarts = stack.restarts(service);
        stack.kill(service);
        claims.awaitAllButOf(first);
        stack.awaitReady(service, restarts + 1);
        awaitMore(done);
        assertThat(stored(second.measures())).as("the second has worked").isPositive();

        second.kill();
        claims.awaitAllButOf(second.pid());
        awaitMore(done);
    }

    private static void awaitMore(IntSupplier done) {
        int enough = done.getAsInt() + 10;
        await().atMost(Duration.ofMinutes(2)).until(() -> done.getAsInt() >= enough);
    }

    /** How many foundings an instance has answered. */
    private static double answered(String measures) {
        return sum(measures, "http_server_requests_seconds_count.*method=\"POST\".*status=\"201\".*");
    }

    /** How many commands an instance has stored, those of its policies among them. */
    private static double stored(String measures) {
        return sum(measures, "guildhall_append_seconds_count.*");
    }

    private static double sum(String measures, String lines) {
        return measures.lines()
                .filter(line -> line.matches(lines))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private void ownsEachOfThemOnce() {
        String owner = stack.owner().get("/api/me").expect(200).text("memberId");
        try (var mongo = MongoClients.create(stack.mongodb())) {
            long founded = mongo.getDatabase("guildhall_community")
                    .getCollection("community_entry")
                    .countDocuments(Filters.eq("founderId", owner));
            long roles = mongo.getDatabase("guildhall_member")
                    .getCollection("role_holders")
                    .countDocuments(Filters.eq("memberId", owner));
            assertThat(roles).isEqualTo(founded);
        }
    }
}
