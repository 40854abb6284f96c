package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.load.bench.House;
import io.guildhall.local.stack.Parts;
import io.guildhall.platform.testing.checker.Findings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Instances of a release and of this build on one log, while a community is in use: beside each other, the old ones alone,
 * the new ones alone. Not one request fails at the gateway, and both make the same of the log.
 */
@Tag("long")
@Tag("faults")
class UpgradeTest {

    private static final String RELEASE = "0.1.0";
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Duration MORE_THAN_A_TERM = Duration.ofDays(32);

    /** So many connections show that an instance has its share. */
    private static final int SHARE = 2;

    private static final int SOME_OPERATIONS = 20;

    private final Map<String, Instance> old = new HashMap<>();
    private final Release release;
    private final Fronts fronts = new Fronts();
    private final LocalStack stack;

    UpgradeTest() throws IOException, InterruptedException {
        release = Release.of(Path.of(System.getProperty("guildhall.root")), RELEASE);
        Map<String, String> environment = new HashMap<>(AccessLog.ENVIRONMENT);
        environment.put("GUILDHALL_DRAIN", "10s");
        stack = fronts.up(environment);
    }

    @AfterEach
    void end() {
        stack.restart();
        old.values().forEach(Instance::close);
        stack.close();
        fronts.close();
    }

    @Test
    void nothingFailsWhileReleasesTakeEachOthersPlace() throws IOException, InterruptedException {
        var crowd = new Crowd(stack);
        var answers = new AccessLog(stack);
        var callers = new Callers();
        try (var requests = new Requests()) {
            var check = new HouseCheck(stack);
            try (callers) {
                var time = new HouseTime(stack);
                crowd.begin(requests, callers, time, 1);
                thereAndBack(requests, time, answers);
            }
            System.out.println(answers.answers());
            assertThat(callers.surprises()).isEmpty();
            assertThat(requests.failed()).isZero();
            assertThat(crowd.wrongs()).isEmpty();
            nothingIsWrong("the end", answers);
            Findings findings = check.of(requests);
            assertThat(findings.clean()).as(findings.toString()).isTrue();
        }
        Parts.SERVICES.forEach(this::theOldMakesTheSameOfIt);
    }

    private void thereAndBack(Requests requests, HouseTime time, AccessLog answers) {
        Parts.SERVICES.forEach(this::bringBackTheOld);
        time.forward(MORE_THAN_A_TERM);
        awaitMore(requests);
        nothingIsWrong("all in both", answers);
        for (String service : Parts.SERVICES) {
            leaveToTheOld(service, requests);
            leaveToTheNew(service, requests);
            nothingIsWrong(service, answers);
        }
    }

    /** Beside the new one. */
    private void bringBackTheOld(String service) {
        var instance = Instance.of(stack, service, release.jar(service));
        old.put(service, instance);
        fronts.of(service).add(instance.port());
        awaitShares(service);
    }

    private void leaveToTheOld(String service, Requests requests) {
        stack.end(service);
        awaitMore(requests);
    }

    /** What is left out of the front is not asked any more when all its connections have ended, and may end itself. */
    private void leaveToTheNew(String service, Requests requests) {
        int restarts = stack.restarts(service);
        stack.restart();
        stack.awaitReady(service, restarts + 1);
        awaitShares(service);
        Instance instance = instance(service);
        fronts.of(service).leaveOut(instance.port());
        await().atMost(LONG).until(() -> fronts.of(service).open(instance.port()) == 0);
        instance.close();
        awaitMore(requests);
    }

    /** No request has failed, and nobody has put an event aside. */
    private void nothingIsWrong(String when, AccessLog answers) {
        assertThat(answers.failures()).as(when).isEmpty();
        for (String service : House.SERVICES) {
            var status = stack.operator().get("/api/ops/" + service + "/status").expect(200);
            assertThat(status.json().path("deadLetters").asInt(-1))
                    .as(when + ": " + service)
                    .isZero();
        }
    }

    private void awaitShares(String service) {
        Front front = fronts.of(service);
        int ofTheNew = front.carried(stack.port(service)) + SHARE;
        int ofTheOld = front.carried(instance(service).port()) + SHARE;
        await().atMost(LONG)
                .until(() -> front.carried(stack.port(service)) >= ofTheNew
                        && front.carried(instance(service).port()) >= ofTheOld);
    }

    private static void awaitMore(Requests requests) {
        int enough = requests.asked() + SOME_OPERATIONS;
        await().atMost(LONG).until(() -> requests.asked() >= enough);
    }

    private Instance instance(String service) {
        return Objects.requireNonNull(old.get(service), service);
    }

    /** Its read models would be those that both have kept. */
    private void theOldMakesTheSameOfIt(String service) {
        try (var instance = Instance.of(stack, service, release.jar(service))) {
            var door = new SideDoor(stack, stack.operator(), instance.client());
            List<JsonNode> findings = door.get()
                    .withPatience(LONG)
                    .post("/ops/verify", null)
                    .expect(200)
                    .json()
                    .path("checks")
                    .valueStream()
                    .flatMap(check -> check.path("findings").valueStream())
                    .toList();
            assertThat(findings).as(service).isEmpty();
        }
    }
}
