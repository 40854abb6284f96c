package io.guildhall.platform.publish;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.lease.Leases;
import io.guildhall.platform.log.EventLogs;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Publishes the service's logs. */
@AutoConfiguration
class PublishConfiguration {

    @Bean
    Topics topics(@Value("${guildhall.kafka.bootstrap-servers}") String bootstrapServers) {
        return new Topics(bootstrapServers);
    }

    @Bean
    SetBackGuard setBackGuard(
            ServiceName service,
            EventLogs logs,
            Topics topics,
            @Value("${guildhall.kafka.bootstrap-servers}") String bootstrapServers) {
        return new SetBackGuard(service, logs, topics, new TopicTail(bootstrapServers, topics));
    }

    @Bean
    Publishers publishers(
            ServiceName service,
            EventLogs logs,
            Leases leases,
            Topics topics,
            MongoDatabaseFactory databases,
            SetBackGuard guard,
            @Value("${guildhall.kafka.bootstrap-servers}") String bootstrapServers,
            @Value("${guildhall.autostart:true}") boolean autoStart) {
        var held = new PublishedHeld(new TopicTail(bootstrapServers, topics), topics);
        Publisher.Opening opening =
                (log, published) -> held.require(service.topic(), log.name(), published, guard.look());
        List<Publisher> publishers = logs.all().stream()
                .map(log -> {
                    var writer = new KafkaTopicWriter(bootstrapServers);
                    var progress = new MongoProgress(databases.getMongoDatabase(), log.name());
                    var publication = new Publication(log.reader(), new EventRecords(log.name()), writer, progress);
                    return new Publisher(log, leases, publication, progress, opening, guard, writer);
                })
                .toList();
        return new Publishers(publishers, guard::lookAtStart, autoStart);
    }

    @Bean
    TopicRestore topicRestore(
            ServiceName service, Leases leases, Topics topics, SetBackGuard guard, Publishers publishers) {
        return new TopicRestore(service, leases, topics, guard, publishers);
    }
}
