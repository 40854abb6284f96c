package io.guildhall.local.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.bson.Document;

/**
 * 64 clients that insert one document, ten at once, and count, and readers of the newest, until the store is gone. What
 * they were told is kept.
 */
final class Writers implements AutoCloseable {

    static final int WRITERS = 64;
    static final int BATCH = 10;
    private static final int READERS = 4;
    private static final long IDS_OF_A_ROUND = 1_000_000_000L;
    private static final long IDS_OF_A_WRITER = 1_000_000L;
    private static final String TEXT = "x".repeat(400);

    private final int round;
    private final MongoClient client;
    private final Told told;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean stopped;

    private Writers(int round, String uri, Told told) {
        this.round = round;
        this.told = told;
        this.client = client(uri);
    }

    /** One that does not wait long for a store that is gone. */
    static MongoClient client(String uri) {
        return MongoClients.create(uri + "&maxPoolSize=100&serverSelectionTimeoutMS=2000");
    }

    static Writers start(int round, String uri, Told told) {
        Writers writers = new Writers(round, uri, told);
        MongoCollection<Document> log = log(writers.client);
        log.createIndex(ascending("commandId"), new IndexOptions().unique(true));
        log.createIndex(ascending("stream", "sequence"));
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            writers.threads.execute(() -> writers.write(number));
        }
        for (int reader = 0; reader < READERS; reader++) {
            int number = reader;
            writers.threads.execute(() -> writers.read(number));
        }
        return writers;
    }

    static MongoCollection<Document> log(MongoClient client) {
        return client.getDatabase("killed").getCollection("log");
    }

    static MongoCollection<Document> counters(MongoClient client) {
        return client.getDatabase("killed").getCollection("counters");
    }

    private void write(int writer) {
        long first = round * IDS_OF_A_ROUND + writer * IDS_OF_A_WRITER;
        try {
            for (long id = first; !stopped; id += BATCH) {
                insert(writer, id);
                count(writer);
            }
        } catch (MongoException | IllegalStateException e) {
            // the store was killed
        }
    }

    private void insert(int writer, long id) {
        if (id / BATCH % 4 == 0) {
            List<Document> batch = LongStream.range(id, id + BATCH)
                    .mapToObj(each -> document(writer, each, id))
                    .toList();
            log(client).insertMany(batch);
            batch.forEach(each -> told.inserted.add(each.getLong("_id")));
        } else {
            log(client).insertOne(document(writer, id, id).append("single", true));
            told.inserted.add(id);
        }
        told.answers.incrementAndGet();
    }

    private static Document document(int writer, long id, long batch) {
        return new Document("_id", id)
                .append("stream", "w" + writer)
                .append("sequence", id)
                .append("commandId", "c" + id)
                .append("batch", batch)
                .append("text", TEXT);
    }

    private void count(int writer) {
        var upsert = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        Document counter = counters(client).findOneAndUpdate(eq("_id", writer), Updates.inc("value", 1L), upsert);
        if (counter != null) {
            told.counted.put(writer, counter.getLong("value"));
        }
        told.answers.incrementAndGet();
    }

    private void read(int reader) {
        try {
            for (int writer = reader; !stopped; writer = (writer + READERS) % WRITERS) {
                List<Document> newest = log(client)
                        .find(eq("stream", "w" + writer))
                        .sort(descending("sequence"))
                        .limit(2)
                        .into(new ArrayList<>());
                newest.forEach(each -> told.shown.add(each.getLong("_id")));
            }
        } catch (MongoException | IllegalStateException e) {
            // the store was killed
        }
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdown();
        client.close();
        threads.close();
    }
}
