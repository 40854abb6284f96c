package io.guildhall.load.bench;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.guildhall.load.bench.TallyCommand.AddToTally;
import io.guildhall.load.bench.TallyCommand.OpenTally;
import io.guildhall.platform.axon.CommandContext;
import io.guildhall.platform.axon.Commands;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.bson.Document;

/**
 * Durable commands per second of 1, 16 and 64 callers, beside ordered {@code insertMany} batches of the very same
 * documents, of as many as callers wait, into a collection with the same keys.
 */
final class AppendBench {

    private static final String NOTE = "n".repeat(300);
    private static final int BARE_BATCH_ROUNDS = 5;

    private final Commands commands;
    private final MongoDatabase database;
    private final AtomicInteger names = new AtomicInteger();

    AppendBench(Commands commands, MongoDatabase database) {
        this.commands = commands;
        this.database = database;
    }

    List<Ratio> run(int perCaller) throws InterruptedException {
        commandsPerSecond(16, 16 * perCaller, this::open); // warms up
        List<Ratio> ratios = new ArrayList<>();
        for (int callers : new int[] {1, 16, 64}) {
            int count = perCaller * callers;
            ratios.add(measure("new aggregates, " + callers + " callers", callers, count, this::open));
            List<String> existing = existing(callers);
            ratios.add(measure(
                    "existing aggregates, " + callers + " callers",
                    callers,
                    count,
                    n -> new AddToTally(existing.get(n % existing.size()), NOTE)));
        }
        return ratios;
    }

    private OpenTally open(int n) {
        return new OpenTally("tal_" + names.incrementAndGet(), NOTE);
    }

    /** Each caller has aggregates of its own: contention on one aggregate is not what is measured. */
    private List<String> existing(int callers) throws InterruptedException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < callers * 8; i++) {
            OpenTally command = open(i);
            ids.add(command.tallyId());
            send(command);
        }
        return ids;
    }

    private Ratio measure(String what, int callers, int count, IntFunction<Object> command)
            throws InterruptedException {
        double[] ours = new double[BARE_BATCH_ROUNDS];
        double[] bare = new double[BARE_BATCH_ROUNDS];
        for (int round = 0; round < BARE_BATCH_ROUNDS; round++) {
            ours[round] = commandsPerSecond(callers, count, command);
            bare[round] = insertsPerSecond(callers, count);
        }
        return new Ratio(what, ours, bare, "commits/s", 0.7);
    }

    private double commandsPerSecond(int callers, int count, IntFunction<Object> command) throws InterruptedException {
        var next = new AtomicInteger();
        var done = new CountDownLatch(callers);
        long began = System.nanoTime();
        for (int caller = 0; caller < callers; caller++) {
            int first = caller;
            Thread.ofVirtual().start(() -> {
                for (int n = first; next.getAndIncrement() < count; n += callers) {
                    send(command.apply(n));
                }
                done.countDown();
            });
        }
        done.await();
        return count / ((System.nanoTime() - began) / 1e9);
    }

    private void send(Object command) {
        commands.sendAs(CommandContext.of("cmd_" + names.incrementAndGet(), "mem_bench"), command);
    }

    private double insertsPerSecond(int batch, int count) {
        List<Document> documents = database.getCollection("log_0")
                .find(Filters.empty())
                .sort(Sorts.descending("_id"))
                .limit(count)
                .into(new ArrayList<>());
        MongoCollection<Document> bare =
                database.getCollection("bare").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        bare.drop();
        bare.createIndex(Indexes.ascending("streamId", "firstSequence"), new IndexOptions().unique(true));
        bare.createIndex(Indexes.ascending("commandId"), new IndexOptions().unique(true));
        List<Document> ascending = documents.reversed();
        long began = System.nanoTime();
        for (int from = 0; from < ascending.size(); from += batch) {
            bare.insertMany(ascending.subList(from, Math.min(ascending.size(), from + batch)));
        }
        double rate = ascending.size() / ((System.nanoTime() - began) / 1e9);
        bare.drop();
        return rate;
    }
}
