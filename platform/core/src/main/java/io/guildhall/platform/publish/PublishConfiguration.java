package io.guildhall.platform.publish;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.lease.Leases;
import io.guildhall.platform.log.LogReader;
import io.guildhall.platform.log.LogTail;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Publishes the service's log. */
@AutoConfiguration
class PublishConfiguration {

    @Bean
    Topics topics(@Value("${guildhall.kafka.bootstrap-servers}") String bootstrapServers) {
        return new Topics(bootstrapServers);
    }

    @Bean
    Publisher publisher(
            ServiceName service,
            Leases leases,
            LogTail tail,
            LogReader reader,
            Topics topics,
            MongoDatabaseFactory databases,
            @Value("${guildhall.kafka.bootstrap-servers}") String bootstrapServers,
            @Value("${guildhall.autostart:true}") boolean autoStart) {
        var writer = new KafkaTopicWriter(bootstrapServers);
        var progress = new MongoProgress(databases.getMongoDatabase(), service.log());
        var publication = new Publication(reader, new EventRecords(service), writer, progress);
        var newest = new TopicTail(bootstrapServers, topics);
        Runnable opening = () -> {
            topics.ensure(service.topic());
            newest.requireIn(reader, service.topic());
        };
        return new Publisher(leases, tail, publication, progress, opening, writer, autoStart);
    }
}
