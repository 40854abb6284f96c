package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.guildhall.local.client.Reply;
import io.guildhall.local.stack.Parts;
import io.guildhall.platform.ServiceName;
import io.guildhall.platform.testing.checker.Findings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Of the service that all others hear, the topic is lost and then most of the log, while people found and buy. */
@Tag("long")
@Tag("faults")
@ExtendWith(SharedStack.class)
class RestoreTest {

    private static final int SOME = 20;

    private final LocalStack stack;

    RestoreTest(LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void whatIsLeftMakesWhatIsLostAnewAndNothingIsDoubled() throws Exception {
        try (var requests = new Requests()) {
            var check = new HouseCheck(stack);
            underLoad(requests, SOME, this::loseAndRestoreTheTopic);
            stack.awaitQuiet();

            int before = logged();
            stack.end(Parts.MEMBER);
            loseMostOfTheLog();
            stack.restart();
            requireNothingIsTaken();
            underLoad(
                    requests,
                    0,
                    () -> assertThat(stack.run("restore", "log", "member", "--yes"))
                            .contains("Equal: log, topic and read models of member."));
            assertThat(logged()).isGreaterThan(before);

            Findings findings = check.of(requests);
            assertThat(findings.clean()).as(findings.toString()).isTrue();
        }
    }

    /** @param first how many are founded before */
    private void underLoad(Requests requests, int first, Runnable meanwhile) throws IOException, InterruptedException {
        var callers = new Callers();
        try (callers) {
            var founding = new FoundingLoad(stack, requests, callers, List.of(stack::owner));
            await().atMost(Duration.ofMinutes(3)).until(() -> founding.founded() >= first);
            meanwhile.run();
            int then = founding.founded() + SOME;
            await().atMost(Duration.ofMinutes(3)).until(() -> founding.founded() >= then);
        }
        assertThat(callers.surprises()).isEmpty();
    }

    private void loseAndRestoreTheTopic() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.kafka()))) {
            admin.deleteTopics(Set.of(new ServiceName("member").topic())).all().get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        await().atMost(Duration.ofMinutes(2))
                .until(() ->
                        stack.operator().get("/api/ops/member/status").body().contains("guildhall restore"));
        assertThat(stack.run("restore", "topic", "member", "--yes"))
                .contains("Equal: log, topic and read models of member.");
    }

    private void requireNothingIsTaken() {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> Requests.answer(() -> stack.operator().get("/api/ops/member/status"), 200)
                        .isPresent());
        Reply refused = stack.owner().post("/api/me/tokens", Map.of("name", "Too early", "days", 1));
        assertThat(refused.problem()).as(refused.body()).isEqualTo("log-set-back");
        assertThat(refused.header("Retry-After")).isPresent();
    }

    private void loseMostOfTheLog() {
        inLog(log -> {
            Document last = Objects.requireNonNull(
                    log.find().sort(Sorts.descending("_id")).first());
            log.deleteMany(Filters.gt("_id", last.getLong("_id") / 4));
            return 0;
        });
    }

    private int logged() {
        return inLog(log -> (int) log.countDocuments());
    }

    private int inLog(ToIntFunction<MongoCollection<Document>> work) {
        try (var mongo = MongoClients.create(stack.mongodb())) {
            return work.applyAsInt(mongo.getDatabase("guildhall_member").getCollection("log_0"));
        }
    }
}
