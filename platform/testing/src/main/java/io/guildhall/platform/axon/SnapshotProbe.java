package io.guildhall.platform.axon;

import com.mongodb.client.MongoDatabase;
import io.guildhall.platform.privacy.Sealer;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Sends an aggregate's state through a stored snapshot, as the platform does for every hundredth event. */
public final class SnapshotProbe {

    private SnapshotProbe() {}

    /** The state as it would be read back; fails where it is not stored or not readable. */
    public static Object throughASnapshot(Object aggregate, MongoDatabase database, Sealer sealer) {
        Class<?> type = aggregate.getClass();
        var snapshots = new Snapshots(database.getCollection("snapshots"), Map.of(type.getSimpleName(), type), sealer);
        snapshots.store(new GenericDomainEventMessage<>(type.getSimpleName(), "probe", 99, aggregate));
        return snapshots
                .read("probe")
                .orElseThrow(() -> new AssertionError("the snapshot of " + type.getSimpleName() + " is not readable"))
                .getPayload();
    }
}
