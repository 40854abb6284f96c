package io.guildhall.platform.follow;

import io.guildhall.platform.log.LogPosition;
import java.time.Instant;
import org.bson.Document;

/** The document form of a {@link Fact}. */
final class FactDocuments {

    private FactDocuments() {}

    static Document write(Fact fact) {
        return new Document("service", fact.service())
                .append("position", fact.position().toString())
                .append("eventId", fact.eventId())
                .append("name", fact.name())
                .append("revision", fact.revision())
                .append("streamId", fact.streamId())
                .append("sequence", fact.sequence())
                .append("community", fact.community())
                .append("recordedAt", fact.recordedAt().toString())
                .append("validAt", fact.validAt().toString())
                .append("actor", fact.actor())
                .append("correlationId", fact.correlationId())
                .append("own", fact.own());
    }

    static Fact read(Document fact) {
        return new Fact(
                fact.getString("service"),
                LogPosition.parse(fact.getString("position")),
                fact.getString("eventId"),
                fact.getString("name"),
                fact.getInteger("revision"),
                fact.getString("streamId"),
                fact.getLong("sequence"),
                fact.getString("community"),
                Instant.parse(fact.getString("recordedAt")),
                Instant.parse(fact.getString("validAt")),
                fact.getString("actor"),
                fact.getString("correlationId"),
                fact.getBoolean("own"));
    }
}
