package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import io.guildhall.platform.testing.checker.Findings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two instances of a service at once: both serve, each request is sent to both with the same key, and when one dies its
 * claims move to the other. Nothing is lost or doubled.
 */
@Tag("long")
@ExtendWith(SharedStack.class)
class TwoInstancesTest {

    private static final String SERVICE = "community-service";

    private final LocalStack stack;

    TwoInstancesTest(LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void bothServeAndClaimsMoveWhenOneDies() throws IOException, InterruptedException {
        try (var second = Instance.of(stack, SERVICE);
                var mongo = MongoClients.create(stack.mongodb());
                var requests = new Requests()) {
            var door = new SideDoor(stack, second);
            await().untilAsserted(() ->
                    assertThat(door.get().get("/api/communities").status()).isEqualTo(200));
            var check = new HouseCheck(stack);
            var callers = new Callers();
            try (callers) {
                var load = new FoundingLoad(stack, requests, callers, List.of(stack::owner, door));
                awaitMore(load);
                int restarts = stack.restarts(SERVICE);
                long first = stack.pid(SERVICE);
                stack.kill(SERVICE);
                awaitClaims(mongo, first);
                stack.awaitReady(SERVICE, restarts + 1);
                awaitMore(load);

                second.kill();
                awaitClaims(mongo, second.pid());
                awaitMore(load);
            }

            Findings findings = check.of(requests);

            assertThat(callers.surprises()).isEmpty();
            assertThat(findings.clean()).as(findings.toString()).isTrue();
            ownsEachOfThemOnce(mongo);
        }
    }

    private static void awaitMore(FoundingLoad load) {
        int enough = load.founded() + 20;
        await().atMost(Duration.ofMinutes(2)).until(() -> load.founded() >= enough);
    }

    /** Waits until a process that lives has every claim, though this one is gone. */
    private static void awaitClaims(MongoClient mongo, long gone) {
        var leases = mongo.getDatabase("guildhall_community").getCollection("leases");
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            List<Document> held = leases.find(Filters.gt("until", new Date())).into(new ArrayList<>());
            return leases.countDocuments() == held.size()
                    && held.stream().noneMatch(lease -> lease.getString("by").startsWith(gone + "@"));
        });
    }

    private void ownsEachOfThemOnce(MongoClient mongo) {
        String owner = stack.owner().get("/api/me").expect(200).text("memberId");
        long founded = mongo.getDatabase("guildhall_community")
                .getCollection("community_entry")
                .countDocuments();
        long roles = mongo.getDatabase("guildhall_member")
                .getCollection("role_holders")
                .countDocuments(Filters.eq("memberId", owner));
        assertThat(roles).isEqualTo(founded);
    }
}
