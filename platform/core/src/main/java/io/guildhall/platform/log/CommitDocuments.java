package io.guildhall.platform.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** The document form of a commit. */
final class CommitDocuments {

    static final String STREAM = "streamId";
    static final String SEQUENCE = "firstSequence";
    static final String COMMAND = "commandId";

    private CommitDocuments() {}

    static Document write(Commit commit) {
        return new Document("_id", commit.position())
                .append("prev", commit.previous())
                .append(STREAM, commit.streamId())
                .append(SEQUENCE, commit.firstSequence())
                .append(COMMAND, commit.commandId())
                .append("type", commit.type())
                .append("community", commit.community())
                .append(
                        "events",
                        commit.events().stream().map(CommitDocuments::write).toList());
    }

    private static Document write(StoredEvent event) {
        return new Document("id", event.id())
                .append("name", event.name())
                .append("revision", event.revision())
                .append("sequence", event.sequence())
                .append("at", Date.from(event.at()))
                .append("payload", event.payload())
                .append("meta", new Document(new LinkedHashMap<>(event.meta())));
    }

    static Commit read(Document document) {
        List<Document> stored = document.getList("events", Document.class);
        List<StoredEvent> events = new ArrayList<>(stored.size());
        for (Document event : stored) {
            events.add(readEvent(event));
        }
        return new Commit(
                document.getLong("_id"),
                document.getLong("prev"),
                document.getString(STREAM),
                document.getLong(SEQUENCE),
                document.getString(COMMAND),
                document.getString("type"),
                document.getString("community"),
                events);
    }

    private static StoredEvent readEvent(Document event) {
        Map<String, String> meta = new LinkedHashMap<>();
        event.get("meta", Document.class).forEach((key, value) -> meta.put(key, String.valueOf(value)));
        return new StoredEvent(
                event.getString("id"),
                event.getString("name"),
                event.getInteger("revision"),
                event.getLong("sequence"),
                Instant.ofEpochMilli(event.getDate("at").getTime()),
                event.getString("payload"),
                meta);
    }
}
