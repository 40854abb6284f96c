package io.guildhall.load;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import io.guildhall.local.stack.Parts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What instances of a service have claimed for themselves alone for good, as a verification does not. */
record Claims(LocalStack stack, String service) {

    private static final Bson FOR_GOOD = Filters.not(Filters.regex("_id", "^verify/"));

    /** Waits until a process that lives has every claim, though this one is gone. */
    void awaitAllButOf(long gone) {
        try (var mongo = MongoClients.create(stack.mongodb())) {
            var leases =
                    mongo.getDatabase("guildhall_" + Parts.shortName(service)).getCollection("leases");
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                List<Document> held = leases.find(Filters.and(FOR_GOOD, Filters.gt("until", new Date())))
                        .into(new ArrayList<>());
                return leases.countDocuments(FOR_GOOD) == held.size()
                        && held.stream()
                                .noneMatch(lease -> lease.getString("by").startsWith(gone + "@"));
            });
        }
    }
}
