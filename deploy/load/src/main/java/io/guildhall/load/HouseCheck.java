package io.guildhall.load;

import com.mongodb.client.MongoClients;
import io.guildhall.load.bench.House;
import io.guildhall.platform.ServiceName;
import io.guildhall.platform.testing.checker.Checker;
import io.guildhall.platform.testing.checker.Findings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Compares logs, topics and read models of every service with what callers were told since this was made. */
final class HouseCheck {

    private final LocalStack stack;
    private final Map<String, Long> heads = new HashMap<>();

    HouseCheck(LocalStack stack) {
        this.stack = stack;
        stack.awaitQuiet();
        for (String service : House.SERVICES) {
            heads.put(
                    service,
                    stack.operator()
                            .get("/api/ops/" + service + "/status")
                            .expect(200)
                            .json()
                            .path("logs")
                            .path(0)
                            .path("head")
                            .asLong());
        }
    }

    /** Waits until everything has followed, and counts. */
    Findings of(Requests requests) {
        stack.awaitQuiet();
        try (var client = MongoClients.create(stack.mongodb())) {
            var checker = new Checker(requests.all());
            heads.forEach((service, head) -> checker.log(
                            new ServiceName(service), client.getDatabase("guildhall_" + service), head)
                    .topic(new ServiceName(service), stack.kafka())
                    .readModel(service, () -> verify(service)));
            Findings findings = checker.check();
            System.out.println(findings);
            return findings;
        }
    }

    private List<String> verify(String service) {
        return stack.operator()
                .withPatience(Duration.ofMinutes(5))
                .post("/api/ops/" + service + "/verify", null)
                .expect(200)
                .json()
                .path("checks")
                .valueStream()
                .flatMap(check -> check.path("findings").valueStream())
                .map(JsonNode::asString)
                .toList();
    }
}
