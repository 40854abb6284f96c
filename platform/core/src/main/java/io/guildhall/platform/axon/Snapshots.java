package io.guildhall.platform.axon;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.guildhall.platform.privacy.Sealer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.bson.Document;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The newest state of each aggregate. Only a shortcut: one that is missing, damaged or outdated costs time, no truth. */
final class Snapshots {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> snapshots;
    private final Map<String, Class<?>> aggregatesByType;
    private final Sealer sealer;
    private final JsonMapper mapper = StateMapper.create();

    /** @param aggregatesByType aggregate classes by Axon's name for them */
    Snapshots(MongoCollection<Document> snapshots, Map<String, Class<?>> aggregatesByType, Sealer sealer) {
        this.snapshots = snapshots;
        this.aggregatesByType = aggregatesByType;
        this.sealer = sealer;
    }

    void store(DomainEventMessage<?> snapshot) {
        Snapshotted kind = snapshot.getPayloadType().getAnnotation(Snapshotted.class);
        if (kind == null) {
            return;
        }
        String id = snapshot.getAggregateIdentifier();
        byte[] state = mapper.writeValueAsBytes(snapshot.getPayload());
        var document = new Document("_id", id)
                .append("name", kind.name())
                .append("revision", kind.revision())
                .append("type", snapshot.getType())
                .append("sequence", snapshot.getSequenceNumber())
                .append("at", Date.from(snapshot.getTimestamp()))
                .append("state", new Binary(sealer.seal(state, id)));
        try {
            snapshots.replaceOne(Filters.eq("_id", id), document, UPSERT);
        } catch (MongoException failure) {
            LOG.warn("The snapshot of {} was not stored: {}", id, failure.getMessage());
        }
    }

    Optional<DomainEventMessage<?>> read(String id) {
        Document document = snapshots.find(Filters.eq("_id", id)).first();
        if (document == null) {
            return Optional.empty();
        }
        Class<?> aggregate = aggregatesByType.get(document.getString("type"));
        Snapshotted kind = aggregate == null ? null : aggregate.getAnnotation(Snapshotted.class);
        if (kind == null
                || !kind.name().equals(document.getString("name"))
                || kind.revision() != document.getInteger("revision")) {
            return Optional.empty();
        }
        try {
            byte[] state = sealer.open(document.get("state", Binary.class).getData(), id);
            return Optional.of(new GenericDomainEventMessage<>(
                    document.getString("type"),
                    id,
                    document.getLong("sequence"),
                    mapper.readValue(new String(state, StandardCharsets.UTF_8), aggregate),
                    MetaData.emptyInstance(),
                    "snapshot",
                    Instant.ofEpochMilli(document.getDate("at").getTime())));
        } catch (JacksonException | IllegalStateException unreadable) {
            LOG.warn("The snapshot of {} is not readable and is not used: {}", id, unreadable.getMessage());
            return Optional.empty();
        }
    }
}
