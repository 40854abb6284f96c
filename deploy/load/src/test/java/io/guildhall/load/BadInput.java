package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import io.guildhall.load.bench.House;
import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.Document;

/** Sends what must be refused: it gets a named problem, and no log holds anything of it. */
record BadInput(LocalStack stack) {

    /** Which time alone brings about. */
    private static final String DUE = ".check-due";

    /** @param orProblem other names that will do as well */
    Reply refused(int status, String problem, Supplier<Reply> request, String... orProblem) {
        stack.awaitQuiet();
        Map<String, Long> before = heads();
        Reply reply = request.get();
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type").orElse("")).startsWith("application/problem+json");
        List<String> allowed = new ArrayList<>(List.of(orProblem));
        allowed.add(problem);
        assertThat(reply.problem()).isIn(allowed);
        assertThat(recordedSince(before)).isEmpty();
        return reply;
    }

    /** The newest position of each service's log. */
    Map<String, Long> heads() {
        GuildhallClient operator = stack.operator();
        return House.SERVICES.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        service -> operator.get("/api/ops/" + service + "/status")
                                .expect(200)
                                .json()
                                .path("logs")
                                .path(0)
                                .path("head")
                                .asLong()));
    }

    /** The names of all events behind these positions but those that come with time. */
    List<String> recordedSince(Map<String, Long> before) {
        try (MongoClient mongo = MongoClients.create(stack.mongodb())) {
            List<String> names = new ArrayList<>();
            before.forEach((service, head) -> mongo.getDatabase("guildhall_" + service)
                    .getCollection("log_0")
                    .find(Filters.gt("_id", head))
                    .forEach(commit -> commit.getList("events", Document.class)
                            .forEach(event -> names.add(event.getString("name")))));
            return names.stream().filter(name -> !name.endsWith(DUE)).toList();
        }
    }

    /** The fields that a problem points at. */
    static List<String> pointers(Reply reply) {
        return reply.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString())
                .toList();
    }
}
