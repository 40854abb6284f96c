package io.guildhall.platform.log;

import io.guildhall.platform.ServiceName;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Opens the service's event log. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
class LogConfiguration {

    @Bean
    ServiceName serviceName(@Value("${spring.application.name}") String applicationName) {
        return ServiceName.of(applicationName);
    }

    @Bean
    MongoCommitStore commitStore(MongoDatabaseFactory databases) {
        return new MongoCommitStore(databases.getMongoDatabase(), "log_0");
    }

    @Bean
    LogReader logReader(CommitStore store) {
        return new LogReader(store);
    }

    @Bean(destroyMethod = "")
    LogTail logTail(LogReader reader, @Value("${guildhall.log.fetch-delay:20ms}") Duration fetchDelay) {
        return new LogTail(reader, fetchDelay);
    }

    @Bean(destroyMethod = "")
    Appender appender(
            CommitStore store, LogTail tail, @Value("${guildhall.log.append-patience:8s}") Duration patience) {
        return new Appender(store, patience, tail::appended);
    }

    /** The log opens before anything that follows it and closes after it. */
    @Bean
    SmartLifecycle logLifecycle(MongoCommitStore store, LogTail tail, Appender appender) {
        return new LogLifecycle(store, tail, appender);
    }

    private static final class LogLifecycle implements SmartLifecycle {

        private final MongoCommitStore store;
        private final LogTail tail;
        private final Appender appender;
        private boolean running;

        LogLifecycle(MongoCommitStore store, LogTail tail, Appender appender) {
            this.store = store;
            this.tail = tail;
            this.appender = appender;
        }

        @Override
        public void start() {
            store.createIndexes();
            tail.start();
            running = true;
        }

        @Override
        public void stop() {
            tail.close();
            appender.close();
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
