package io.guildhall.platform.restore;

import com.mongodb.client.MongoDatabase;
import io.guildhall.platform.ServiceName;
import io.guildhall.platform.follow.MongoPositions;
import io.guildhall.platform.follow.TopicReplay;
import io.guildhall.platform.lease.Leases;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.publish.SetBackGuard;
import org.bson.Document;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Gives every service the restore of its logs. */
@AutoConfiguration
class RestoreConfiguration {

    /** Snapshots may know of events that are no more; without them aggregates are loaded from their first event. */
    @Bean
    LogRestore logRestore(
            ServiceName service,
            EventLogs logs,
            Leases leases,
            TopicReplay topics,
            SetBackGuard guard,
            MongoPositions positions,
            MongoDatabaseFactory databases) {
        MongoDatabase database = databases.getMongoDatabase();
        return new LogRestore(
                service,
                logs,
                leases,
                topics,
                guard,
                positions,
                () -> database.getCollection("snapshots").deleteMany(new Document()),
                database);
    }
}
