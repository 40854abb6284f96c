package io.guildhall.platform.testing.checker;

import com.mongodb.client.MongoDatabase;
import io.guildhall.platform.ServiceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Judges a run after it has come to rest: heal, stop the load, wait until nothing lags, then {@link #check}. Reads
 * everything from the beginning, so it is for logs of at most some million events.
 */
public final class Checker {

    private final List<Operation> operations;
    private final List<Supplier<CheckedLog>> logs = new ArrayList<>();
    private final Map<ServiceName, Supplier<CheckedTopic>> topics = new LinkedHashMap<>();
    private final Map<String, Supplier<List<String>>> readModels = new LinkedHashMap<>();
    private final Map<String, Supplier<List<String>>> lags = new LinkedHashMap<>();

    public Checker(List<Operation> operations) {
        this.operations = List.copyOf(operations);
    }

    public Checker log(ServiceName service, MongoDatabase database) {
        return log(service, database, 0);
    }

    /** @param before the last position before the run; what lies up to it is of no operation */
    public Checker log(ServiceName service, MongoDatabase database, long before) {
        logs.add(() -> CheckedLog.of(service, database, before));
        return this;
    }

    /** The topic of a service whose log is checked too. */
    public Checker topic(ServiceName service, String bootstrapServers) {
        topics.put(service, () -> CheckedTopic.of(service, bootstrapServers));
        return this;
    }

    /** @param differences from what the log makes of it, one line each; for instance what {@code /ops/verify} finds */
    public Checker readModel(String name, Supplier<List<String>> differences) {
        readModels.put(name, differences);
        return this;
    }

    /** @param hindrances of what should have come to its end: lag that stays, work that no dead letter explains */
    public Checker progress(String name, Supplier<List<String>> hindrances) {
        lags.put(name, hindrances);
        return this;
    }

    public Findings check() {
        var findings = new Findings();
        List<CheckedLog> all = logs.stream().map(Supplier::get).toList();
        findings.saw(operations, all.stream().mapToLong(CheckedLog::head).sum());
        for (CheckedLog log : all) {
            new LogCheck(log, findings).run();
            Supplier<CheckedTopic> topic = topics.get(log.service());
            if (topic != null) {
                new TopicCheck(log, topic.get(), findings).run();
            }
        }
        new OperationCheck(operations, findings).run(all);
        collect(readModels, Count.DIVERGED, findings);
        collect(lags, Count.STUCK, findings);
        return findings;
    }

    private static void collect(Map<String, Supplier<List<String>>> sources, Count count, Findings findings) {
        sources.forEach((name, source) -> source.get().forEach(line -> findings.add(count, name + ": " + line)));
    }
}
