package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.load.Requests.Caller;
import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** An owner's office: gives a role and takes it away, keeps, changes and removes queries, and sees strangers sign up. */
final class OfficeLoad {

    private static final int KEPT_ONE_IN = 3;
    private static final Duration PACE = Duration.ofSeconds(3);
    private static final Duration HEARD = Duration.ofMinutes(1);

    private final LocalStack stack;
    private final Requests requests;
    private final Hall hall;
    private final Caller owner;
    private final String member;
    private final String run = UUID.randomUUID().toString();
    private final AtomicInteger number = new AtomicInteger();
    private final Set<String> kept = new TreeSet<>();

    /** Whether he has the role; empty when nobody knows. */
    private Optional<Boolean> holds = Optional.of(false);

    /** @param helper is made a moderator, and none again */
    OfficeLoad(LocalStack stack, Requests requests, Callers callers, GuildhallClient helper) {
        this.stack = stack;
        this.requests = requests;
        this.hall = Hall.found(stack, "A hall with an office");
        this.owner = Caller.of(stack.owner());
        this.member = helper.get("/api/me").expect(200).text("memberId");
        await().atMost(HEARD)
                .until(() -> stack.owner().get(hall.path() + "/roles").ok()
                        && stack.owner().get(queries()).ok());
        callers.start("appointing", this::appoint);
        callers.start("keeping", this::keep);
        callers.start("signing up", this::signUp);
    }

    private synchronized void appoint() {
        String role = hall.path() + "/members/" + member + "/roles/moderator";
        holds = requests.send(owner, "PUT", role, "appointment", null).map(_ -> true);
        if (holds.isPresent()) {
            holds = requests.send(owner, "DELETE", role, "dismissal", null).map(_ -> false);
        }
        Requests.rest(PACE);
    }

    private void keep() {
        int n = number.incrementAndGet();
        String name = "Query number " + n;
        requests.post(owner, queries(), query(name))
                .map(saved -> saved.text("queryId"))
                .ifPresent(id -> {
                    requests.send(
                            owner,
                            "PUT",
                            queries() + "/" + id,
                            "changed query",
                            Map.of("version", 1, "name", name, "query", "SELECT 2 AS two"));
                    if (n % KEPT_ONE_IN == 0) {
                        remember(id);
                    } else {
                        requests.send(owner, "DELETE", queries() + "/" + id + "?version=2", "removed query", null);
                    }
                });
        Requests.rest(PACE);
    }

    private synchronized void remember(String query) {
        kept.add(query);
    }

    /** Who signs up is nobody who is known yet. */
    private void signUp() {
        String mail = "stranger-" + number.incrementAndGet() + "-" + run + "@example.org";
        GuildhallClient anyone = stack.anyone();
        requests.post(
                new Caller("", List.of(() -> anyone)),
                "/api/accounts",
                Map.of("mail", mail, "name", "Somebody", "password", "a kettle of green tea at noon"));
        Requests.rest(PACE);
    }

    private static Map<String, String> query(String name) {
        return Map.of("name", name, "query", "SELECT 1 AS one");
    }

    /** Roles and queries are as the owner was told last. */
    synchronized void settles() {
        Set<String> holders = ids(stack.owner().get(hall.path() + "/roles"), "memberId");
        holds.ifPresent(does -> assertThat(holders.contains(member)).isEqualTo(does));
        assertThat(ids(stack.owner().get(queries() + "?limit=200"), "queryId")).containsAll(kept);
    }

    private static Set<String> ids(Reply reply, String field) {
        return reply.expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path(field).asString())
                .collect(Collectors.toSet());
    }

    private String queries() {
        return hall.path() + "/sql/queries";
    }
}
