package io.guildhall.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.mongodb.client.model.Updates;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.log.StoreUnavailable;
import io.guildhall.platform.problem.NotFound;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class IdempotencyTest extends EdgeTest {

    private static final String KEY = "Idempotency-Key";

    private final String key = UUID.randomUUID().toString();

    @Autowired
    EventLogs logs;

    private static String code(HttpResponse<String> problem) {
        return problem.body().replaceAll(".*\"code\":\"([a-z-]+)\",\"traceId.*", "$1");
    }

    private String open() {
        return Objects.requireNonNull(edge.post("/tallies", "")
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replace("/tallies/", ""));
    }

    @Test
    void answersARepetitionAsTheFirstTime() {
        HttpResponse<String> first = edge.post("/tallies", "", KEY, key);
        HttpResponse<String> again = edge.post("/tallies", "", KEY, key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        for (String header : List.of("Location", "Content-Type", "Guildhall-Position")) {
            assertThat(again.headers().allValues(header))
                    .isEqualTo(first.headers().allValues(header))
                    .hasSize(1);
        }
        assertThat(controller.ran).hasValue(1);
    }

    @Test
    void answersARepetitionWithoutABodyToo() {
        String tally = open();

        edge.post("/tallies/" + tally + "/counts", "{\"by\":1}", KEY, key);
        HttpResponse<String> again = edge.post("/tallies/" + tally + "/counts", "{\"by\":1}", KEY, key);

        assertThat(again.statusCode()).isEqualTo(204);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(logs.stream(tally, 0, 10)).hasSize(2);
    }

    @Test
    void repeatsARefusalToo() {
        String tally = open();

        HttpResponse<String> first = edge.post("/tallies/" + tally + "/counts", "{\"by\":101}", KEY, key);
        HttpResponse<String> again = edge.post("/tallies/" + tally + "/counts", "{\"by\":101}", KEY, key);

        assertThat(code(first)).isEqualTo("tally-full");
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void refusesTheKeyWithAnotherBodyAndStoresNothing() {
        String tally = open();
        edge.post("/tallies/" + tally + "/counts", "{\"by\":1}", KEY, key);
        long head = logs.all().getFirst().reader().head();

        HttpResponse<String> other = edge.post("/tallies/" + tally + "/counts", "{\"by\":2}", KEY, key);

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(code(other)).isEqualTo("idempotency-key-reuse");
        assertThat(logs.all().getFirst().reader().head()).isEqualTo(head);
    }

    @Test
    void keepsTheKeysOfMembersMethodsAndPathsApart() {
        HttpResponse<String> mine = edge.post("/tallies", "", KEY, key);
        HttpResponse<String> anothers = edge.send("POST", "/tallies", "mem_2", BodyPublishers.noBody(), KEY, key);

        assertThat(anothers.statusCode()).isEqualTo(201);
        assertThat(anothers.body()).isNotEqualTo(mine.body());
        String tally = open();
        assertThat(edge.post("/tallies/" + tally + "/counts", "{\"by\":1}", KEY, key)
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void tellsWhoComesDuringTheFirstAttemptToWait() throws InterruptedException {
        controller.arrived = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> edge.post("/slow", "", KEY, key));
        assertThat(controller.arrived.await(20, TimeUnit.SECONDS)).isTrue();

        HttpResponse<String> meanwhile = edge.post("/slow", "", KEY, key);
        controller.gate.release();

        assertThat(meanwhile.statusCode()).isEqualTo(409);
        assertThat(code(meanwhile)).isEqualTo("in-progress");
        assertThat(meanwhile.headers().firstValue("Retry-After")).contains("1");
        assertThat(first.join().statusCode()).isEqualTo(200);
        assertThat(edge.post("/slow", "", KEY, key).body())
                .isEqualTo(first.join().body());
        assertThat(controller.ran).hasValue(1);
    }

    @Test
    void doesOnceWhatManySendAtOnce() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<HttpResponse<String>>> all = IntStream.range(0, 20)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> edge.post("/tallies", "", KEY, key), threads))
                    .toList();

            assertThat(all)
                    .extracting(answer -> answer.join().statusCode())
                    .contains(201)
                    .allMatch(status -> status == 201 || status == 409);
        }
        assertThat(controller.ran).hasValue(1);
    }

    @Test
    void runsAgainAfterACrashAndAnswersWhatTheFirstAttemptHasStored() {
        HttpResponse<String> first = edge.post("/tallies", "", KEY, key);
        long head = logs.all().getFirst().reader().head();
        forgetTheAnswer(Instant.now().minusSeconds(1));

        HttpResponse<String> again = edge.post("/tallies", "", KEY, key);

        assertThat(controller.ran).hasValue(2);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Guildhall-Position"))
                .isEqualTo(first.headers().firstValue("Guildhall-Position"));
        assertThat(logs.all().getFirst().reader().head()).isEqualTo(head);
    }

    @Test
    void waitsForTheLeaseOfAnAttemptThatMayStillRun() {
        edge.post("/tallies", "", KEY, key);
        forgetTheAnswer(Instant.now().plusSeconds(20));

        assertThat(code(edge.post("/tallies", "", KEY, key))).isEqualTo("in-progress");
    }

    /** Puts the key back to where it was before its attempt ended. */
    private void forgetTheAnswer(Instant leaseUntil) {
        Document newest = Objects.requireNonNull(mongo.getCollection("idempotency_keys")
                .find()
                .sort(new Document("expireAt", -1))
                .first());
        mongo.getCollection("idempotency_keys")
                .updateOne(
                        new Document("_id", newest.get("_id")),
                        Updates.combine(
                                Updates.set("state", "running"), Updates.set("leaseUntil", Date.from(leaseUntil))));
    }

    static Stream<Arguments> whatPasses() {
        return Stream.of(
                arguments(503, new StoreUnavailable("lost", new RuntimeException())), arguments(404, new NotFound()));
    }

    @ParameterizedTest
    @MethodSource("whatPasses")
    void triesAgainWhatMayPassAndStillDoesItOnce(int status, RuntimeException failure) {
        String tally = open();
        controller.failing = failure;
        HttpResponse<String> lost = edge.post("/tallies/" + tally + "/counts", "{\"by\":1}", KEY, key);
        controller.failing = null;
        HttpResponse<String> again = edge.post("/tallies/" + tally + "/counts", "{\"by\":1}", KEY, key);

        assertThat(lost.statusCode()).isEqualTo(status);
        assertThat(again.statusCode()).isEqualTo(204);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(logs.stream(tally, 0, 10)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\tb"})
    void refusesKeysThatAreNotVisibleAscii(String bad) {
        HttpResponse<String> answer = edge.post("/tallies", "", KEY, bad);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/Idempotency-Key");
        assertThat(controller.ran).hasValue(0);
    }

    @Test
    void refusesKeysThatAreTooLongOrSentTwice() {
        assertThat(edge.post("/tallies", "", KEY, "k".repeat(201)).statusCode()).isEqualTo(400);
        assertThat(edge.post("/tallies", "", KEY, "one", KEY, "two").statusCode())
                .isEqualTo(400);
        assertThat(edge.post("/tallies", "", KEY, "k".repeat(200)).statusCode()).isEqualTo(201);
    }

    @Test
    void keepsAnswersSealed() {
        HttpResponse<String> first = edge.post("/tallies", "", KEY, key);

        assertThat(mongo.getCollection("idempotency_keys").find())
                .isNotEmpty()
                .allSatisfy(kept -> assertThat(
                                kept.get("body") == null
                                        ? ""
                                        : new String(
                                                kept.get("body", Binary.class).getData(), StandardCharsets.ISO_8859_1))
                        .doesNotContain(first.body()));
    }

    @Test
    void needsNoKey() {
        assertThat(edge.post("/tallies", "").body())
                .isNotEqualTo(edge.post("/tallies", "").body());
    }
}
