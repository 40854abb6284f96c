package io.guildhall.platform.follow;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/**
 * The service's database, or inside of a rebuild another one, so that projections write beside the live read models.
 * What is written is acknowledged by a majority, whatever the servers' default is: a follower's position must not
 * outlive the effect that it stands for.
 */
final class RebuildDatabases extends SimpleMongoClientDatabaseFactory {

    static final ScopedValue<String> REBUILD = ScopedValue.newInstance();

    RebuildDatabases(MongoClient client, String database) {
        super(client, database);
        setWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    @Override
    public MongoDatabase getMongoDatabase() {
        return REBUILD.isBound() ? getMongoDatabase(REBUILD.get()) : super.getMongoDatabase();
    }

    String name() {
        return getDefaultDatabaseName();
    }
}
