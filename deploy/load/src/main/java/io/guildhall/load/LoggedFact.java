package io.guildhall.load;

import com.mongodb.client.MongoClients;
import io.guildhall.platform.ServiceName;
import io.guildhall.platform.testing.checker.CheckedLog;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event as it lies in the log of a service; what is personal in it is sealed. */
record LoggedFact(String name, JsonNode payload) {

    /** All of a community, in the order of the log. */
    static List<LoggedFact> of(LocalStack stack, String service, String community) {
        try (var client = MongoClients.create(stack.mongodb())) {
            return CheckedLog.of(new ServiceName(service), client.getDatabase("guildhall_" + service), 0)
                    .commits()
                    .stream()
                    .filter(commit -> community.equals(commit.community()))
                    .flatMap(commit -> commit.events().stream())
                    .map(event ->
                            new LoggedFact(event.name(), JsonMapper.shared().readTree(event.payload())))
                    .toList();
        }
    }

    /** A text of the payload's top level; empty where it has none. */
    String text(String field) {
        return payload.path(field).asString("");
    }
}
