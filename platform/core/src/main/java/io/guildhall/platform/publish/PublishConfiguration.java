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
    Publishers publishers(
            ServiceName service,
            EventLogs logs,
            Leases leases,
            Topics topics,
            MongoDatabaseFactory databases,
            @Value("${guildhall.kafka.bootstrap-servers}") String bootstrapServers,
            @Value("${guildhall.autostart:true}") boolean autoStart) {
        var tail = new TopicTail(bootstrapServers, topics);
        var held = new PublishedHeld(tail, topics);
        Publisher.Opening opening = (log, published) -> {
            topics.ensure(service.topic());
            held.require(service.topic(), log.name(), published, tail.requireIn(logs, service.topic()));
        };
        List<Publisher> publishers = logs.all().stream()
                .map(log -> {
                    var writer = new KafkaTopicWriter(bootstrapServers);
                    var progress = new MongoProgress(databases.getMongoDatabase(), log.name());
                    var publication = new Publication(log.reader(), new EventRecords(log.name()), writer, progress);
                    return new Publisher(log, leases, publication, progress, opening, writer);
                })
                .toList();
        return new Publishers(publishers, autoStart);
    }

    @Bean
    TopicRestore topicRestore(
            ServiceName service,
            EventLogs logs,
            Leases leases,
            Topics topics,
            Publishers publishers,
            @Value("${guildhall.kafka.bootstrap-servers}") String bootstrapServers) {
        return new TopicRestore(service, logs, leases, topics, new TopicTail(bootstrapServers, topics), publishers);
    }
}
