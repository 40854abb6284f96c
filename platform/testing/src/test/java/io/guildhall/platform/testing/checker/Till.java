package io.guildhall.platform.testing.checker;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.guildhall.platform.ServiceName;
import io.guildhall.platform.log.Appender;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.Draft;
import io.guildhall.platform.log.LogName;
import io.guildhall.platform.log.MongoCommitStore;
import io.guildhall.platform.log.Outcome.Stored;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.publish.EventRecords;
import io.guildhall.platform.publish.KafkaTopicWriter;
import io.guildhall.platform.publish.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;

/** A little service with a log, a topic and a read model of what was sold last, and a client that keeps account. */
final class Till implements AutoCloseable {

    private static final AtomicInteger OPENED = new AtomicInteger();

    final ServiceName service;
    final MongoDatabase database;
    private final MongoClient client;
    private final MongoCommitStore store;
    private final Appender appender;
    private final Path file;
    private final OperationLog operations;

    Till(String mongoUri, Path folder) {
        this(mongoUri, folder, new ServiceName("till-" + letters(OPENED.incrementAndGet())));
    }

    /** Opens a till that was opened before. */
    Till(String mongoUri, Path folder, ServiceName service) {
        this.service = service;
        client = MongoClients.create(mongoUri);
        database = client.getDatabase(service.value());
        store = new MongoCommitStore(database, "log_0");
        store.createIndexes();
        appender = new Appender(store, Duration.ofSeconds(5), _ -> {});
        file = folder.resolve("operations.ndjson");
        operations = new OperationLog(file);
    }

    private static String letters(int number) {
        return Integer.toString(number, 26)
                .chars()
                .map(c -> Character.isDigit(c) ? 'a' + c - '0' : 'k' + c - 'a')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    MongoCollection<Document> log() {
        return database.getCollection("log_0");
    }

    MongoCollection<Document> readModel() {
        return database.getCollection("last_sold");
    }

    OperationLog operations() {
        return operations;
    }

    /** Notes that an operation is sent, and foretells its command. */
    String send(String opId) {
        String request = CommandIds.of("mem_1", "POST", "/api/sales", opId);
        operations.sent(opId, "client", "sell", opId, request);
        return request + "/0";
    }

    /** An operation that sells one thing and is answered with success. */
    void sell(String opId, String stream) throws Exception {
        append(send(opId), stream, Instant.now());
        operations.returned(opId, Operation.Outcome.OK);
    }

    void append(String commandId, String stream, Instant at) throws Exception {
        var event = new StoredEvent("evt-" + commandId, service + ".sale.sold", 1, 0, at, "{}", Map.of());
        var draft = new Draft(stream, Draft.NEXT, commandId, "Sale", null, List.of(event));
        if (!(appender.append(draft).get(20, TimeUnit.SECONDS) instanceof Stored)) {
            throw new IllegalStateException(commandId + " was not stored");
        }
    }

    List<Commit> commits() {
        return CheckedLog.of(service, database, 0).commits();
    }

    /** The records that a publisher would send, in order. */
    List<ProducerRecord<String, byte[]>> records() {
        var records = new EventRecords(LogName.first(service.value()));
        Map<Integer, Long> last = new HashMap<>();
        List<ProducerRecord<String, byte[]>> all = new ArrayList<>();
        for (Commit commit : commits()) {
            int partition = EventRecords.partition(commit.streamId());
            long position = commit.position();
            for (StoredEvent event : commit.events()) {
                all.add(records.of(commit, event, position, last.getOrDefault(partition, 0L)));
                last.put(partition, position++);
            }
        }
        return all;
    }

    void publish(String bootstrapServers, List<ProducerRecord<String, byte[]>> records) {
        new Topics(bootstrapServers).ensure(service.topic());
        try (var writer = new KafkaTopicWriter(bootstrapServers)) {
            writer.write(records, () -> {});
        }
    }

    /** What the log makes of the read model: the last sequence of each stream. */
    Map<String, Document> fold() {
        Map<String, Document> documents = new HashMap<>();
        commits().forEach(commit -> documents.put(commit.streamId(), document(commit)));
        return documents;
    }

    void project(Commit commit) {
        readModel().deleteOne(new Document("_id", commit.streamId()));
        readModel().insertOne(document(commit));
    }

    private static Document document(Commit commit) {
        return new Document("_id", commit.streamId()).append("last", commit.lastSequence());
    }

    Checker checker() {
        return new Checker(OperationLog.read(file))
                .log(service, database)
                .readModel("last sold", () -> Differences.between(Differences.documents(readModel()), fold()));
    }

    @Override
    public void close() {
        operations.close();
        appender.close();
        client.close();
    }
}
