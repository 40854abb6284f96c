package io.guildhall.platform.axon;

import io.guildhall.platform.event.EventCodec;
import io.guildhall.platform.event.EventConfiguration;
import io.guildhall.platform.event.EventRegistry;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.privacy.PersonalModule;
import io.guildhall.platform.privacy.Sealer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import tools.jackson.databind.JacksonModule;

/**
 * Puts Axon's aggregates and command bus on the event log. Axon's own Spring Boot set-up is not used: it would follow
 * events in its own way, and this is shorter than switching that off.
 */
@AutoConfiguration(after = EventConfiguration.class)
class AxonConfiguration {

    private static final int SNAPSHOT_EVERY = 100;

    @Bean
    Appending appending(
            EventLogs logs,
            EventRegistry registry,
            EventCodec codec,
            InstantSource clock,
            MeterRegistry meters,
            @Value("${guildhall.log.append-patience:8s}") Duration patience) {
        return new Appending(logs, registry, codec, clock, patience.plusSeconds(2), meters);
    }

    @Bean
    Streams streams(Appending appending, EventLogs logs) {
        return new Streams(appending, logs);
    }

    @Bean
    Aggregates aggregates(BeanFactory beans) {
        return Aggregates.scan(AutoConfigurationPackages.get(beans));
    }

    @Bean(initMethod = "start", destroyMethod = "shutdown")
    Configuration axonConfiguration(
            Aggregates aggregates,
            Appending appending,
            EventLogs logs,
            EventRegistry registry,
            EventCodec codec,
            MongoDatabaseFactory databases,
            Sealer sealer) {
        var snapshots =
                new Snapshots(databases.getMongoDatabase().getCollection("snapshots"), aggregates.byType(), sealer);
        var engine = new LogStorageEngine(appending, logs, new DomainEvents(registry, codec), snapshots);
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(_ -> Jackson3Serializer.builder().build())
                .configureTransactionManager(_ -> NoTransactionManager.INSTANCE)
                .configureEmbeddedEventStore(_ -> engine);
        for (Class<?> aggregate : aggregates.byType().values()) {
            configurer.configureAggregate(configured(aggregate));
        }
        return configurer.buildConfiguration();
    }

    private static <T> AggregateConfigurer<T> configured(Class<T> aggregate) {
        return AggregateConfigurer.defaultConfiguration(aggregate)
                .configureRepository(axon -> KeptRepository.of(
                        aggregate, axon, new EventCountSnapshotTriggerDefinition(axon.snapshotter(), SNAPSHOT_EVERY)));
    }

    @Bean
    Commands commands(Configuration axon, EventLogs logs) {
        return new Commands(axon.commandBus(), logs);
    }

    /** Reads events by a codec of its own, which opens nothing that is personal. */
    @Bean
    AggregateHistory aggregateHistory(
            EventLogs logs,
            EventRegistry registry,
            ObjectProvider<JacksonModule> modules,
            Aggregates aggregates,
            Configuration axon) {
        var codec = new EventCodec(modules.orderedStream()
                .filter(module -> !(module instanceof PersonalModule))
                .toList());
        return new AggregateHistory(logs, new DomainEvents(registry, codec), aggregates, axon.eventStore());
    }
}
