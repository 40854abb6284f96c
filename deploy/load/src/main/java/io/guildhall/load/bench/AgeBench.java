package io.guildhall.load.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.guildhall.load.bench.TallyCommand.AddToTally;
import io.guildhall.load.bench.TallyCommand.OpenTally;
import io.guildhall.platform.axon.CommandContext;
import io.guildhall.platform.axon.Commands;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.bson.Document;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * What a command costs on an aggregate of 10,000 events, over what it costs on one of 10: kept in memory, loaded by its
 * snapshot, and, to show that it is the snapshot, loaded without. Each round is a service of its own that was just started.
 */
final class AgeBench {

    private static final int OLD = 10_000;
    private static final int YOUNG = 10;
    private static final int AGGREGATES = 32;
    private static final int ROUNDS = 5;
    private static final int KEPT_PASSES = 2;
    private static final String NOTE = "n".repeat(300);

    private final Supplier<ConfigurableApplicationContext> services;
    private final AtomicLong names = new AtomicLong();
    private final List<String> old = new ArrayList<>();
    private final List<String> young = new ArrayList<>();

    /** @param services starts the service anew */
    AgeBench(Supplier<ConfigurableApplicationContext> services) {
        this.services = services;
    }

    List<Ratio> run() throws InterruptedException {
        try (var service = services.get()) {
            grow(service.getBean(Commands.class));
        }
        var kept = new Times();
        var loaded = new Times();
        var bare = new Times();
        for (int round = 0; round < ROUNDS; round++) {
            try (var service = services.get()) {
                Commands commands = service.getBean(Commands.class);
                warmUp(commands);
                loaded.add(round, micros(commands, old, 1), micros(commands, young, 1));
                kept.add(round, micros(commands, old, KEPT_PASSES), micros(commands, young, KEPT_PASSES));
            }
            try (var service = services.get()) {
                Commands commands = service.getBean(Commands.class);
                warmUp(commands);
                snapshots(service).deleteMany(Filters.empty());
                bare.add(round, micros(commands, old.subList(0, 4), 1), micros(commands, young.subList(0, 4), 1));
            }
        }
        return List.of(
                kept.ratio("kept in memory", 1.5),
                loaded.ratio("loaded by its snapshot", 1.5),
                bare.ratio("loaded without a snapshot, which shows what it saves", 0));
    }

    private static MongoCollection<Document> snapshots(ConfigurableApplicationContext service) {
        MongoDatabase database = service.getBean(MongoDatabaseFactory.class).getMongoDatabase();
        return database.getCollection("snapshots");
    }

    /** Medians of both ages, by round. */
    private static final class Times {

        private final double[] old = new double[ROUNDS];
        private final double[] young = new double[ROUNDS];

        void add(int round, double ofOld, double ofYoung) {
            old[round] = ofOld;
            young[round] = ofYoung;
        }

        Ratio ratio(String how, double aim) {
            return new Ratio(
                    "p50 of a command on %,d events over that on %d, %s".formatted(OLD, YOUNG, how),
                    old,
                    young,
                    "µs",
                    aim);
        }
    }

    private void grow(Commands commands) throws InterruptedException {
        var done = new CountDownLatch(AGGREGATES);
        for (int i = 0; i < AGGREGATES; i++) {
            old.add("old_" + i);
            young.add("young_" + i);
            int mine = i;
            Thread.ofVirtual().start(() -> {
                live(commands, young.get(mine), YOUNG);
                live(commands, old.get(mine), OLD);
                done.countDown();
            });
        }
        done.await();
    }

    private void live(Commands commands, String tally, int events) {
        send(commands, new OpenTally(tally, NOTE));
        for (int i = 1; i < events; i++) {
            send(commands, new AddToTally(tally, NOTE));
        }
    }

    /** On aggregates that are not measured. */
    private void warmUp(Commands commands) {
        for (int i = 0; i < 200; i++) {
            live(commands, "warm_" + names.incrementAndGet(), 3);
        }
    }

    /** The median of one command after the other, each on the next aggregate. */
    private double micros(Commands commands, List<String> tallies, int passes) {
        double[] micros = new double[tallies.size() * passes];
        for (int i = 0; i < micros.length; i++) {
            var command = new AddToTally(tallies.get(i % tallies.size()), NOTE);
            long began = System.nanoTime();
            send(commands, command);
            micros[i] = (System.nanoTime() - began) / 1e3;
        }
        return Ratio.median(micros);
    }

    private void send(Commands commands, Object command) {
        commands.sendAs(CommandContext.of("age_" + names.incrementAndGet(), "mem_bench"), command);
    }
}
