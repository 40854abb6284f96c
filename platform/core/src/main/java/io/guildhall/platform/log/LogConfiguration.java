package io.guildhall.platform.log;

import com.mongodb.client.MongoDatabase;
import io.guildhall.platform.ServiceName;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Opens the service's event logs. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
class LogConfiguration {

    @Bean
    ServiceName serviceName(@Value("${spring.application.name}") String applicationName) {
        return ServiceName.of(applicationName);
    }

    /**
     * @param count how many logs are open; never lower than it was
     * @param founding the number of the log to which communities go that are new; each instance must have it open before
     * @param generation to be raised when the database was restored from a backup that is older than the topic
     */
    @Bean(destroyMethod = "")
    EventLogs eventLogs(
            ServiceName service,
            MongoDatabaseFactory databases,
            @Value("${guildhall.log.count:1}") int count,
            @Value("${guildhall.log.founding:0}") int founding,
            @Value("${guildhall.log.generation:1}") int generation,
            @Value("${guildhall.log.fetch-delay:20ms}") Duration fetchDelay,
            @Value("${guildhall.log.append-patience:8s}") Duration patience) {
        if (count < 1 || generation < 1) {
            throw new IllegalArgumentException("guildhall.log.count and guildhall.log.generation begin at 1");
        }
        if (founding < 0 || founding >= count) {
            throw new IllegalArgumentException(
                    "guildhall.log.founding is the number of a log, from 0, below the count");
        }
        MongoDatabase database = databases.getMongoDatabase();
        List<EventLog> logs = IntStream.range(0, count)
                .mapToObj(number -> open(
                        new LogName(service.value(), number, generation),
                        new MongoCommitStore(database, "log_" + number),
                        fetchDelay,
                        patience))
                .toList();
        return new EventLogs(logs, new LogAssignments(database.getCollection("log_assignments"), founding));
    }

    private static EventLog open(LogName name, MongoCommitStore store, Duration fetchDelay, Duration patience) {
        var reader = new LogReader(store);
        var tail = new LogTail(reader, fetchDelay);
        return new EventLog(name, store, reader, tail, new Appender(store, patience, tail::appended));
    }

    /** The logs open before anything that follows them and close after it. */
    @Bean
    SmartLifecycle logLifecycle(EventLogs logs) {
        return new LogLifecycle(logs);
    }

    private static final class LogLifecycle implements SmartLifecycle {

        private final EventLogs logs;
        private boolean running;

        LogLifecycle(EventLogs logs) {
            this.logs = logs;
        }

        @Override
        public void start() {
            logs.requireAllOpen();
            for (EventLog log : logs.all()) {
                log.store().createIndexes();
                log.tail().start();
            }
            running = true;
        }

        @Override
        public void stop() {
            for (EventLog log : logs.all()) {
                log.tail().close();
                log.appender().close();
            }
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return -1_000;
        }
    }
}
