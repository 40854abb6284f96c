package io.guildhall.billing.sandbox;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A webhook that waits to be taken.
 *
 * @param due when it is sent next, of the real clock
 */
@Document("sandbox_deliveries")
record Delivery(@Id String id, String body, Instant due, int attempts) {}
