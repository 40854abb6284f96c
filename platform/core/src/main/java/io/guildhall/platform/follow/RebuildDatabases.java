package io.guildhall.platform.follow;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** The service's database, or inside of a rebuild another one, so that projections write beside the live read models. */
final class RebuildDatabases extends SimpleMongoClientDatabaseFactory {

    static final ScopedValue<String> REBUILD = ScopedValue.newInstance();

    RebuildDatabases(MongoClient client, String database) {
        super(client, database);
    }

    @Override
    public MongoDatabase getMongoDatabase() {
        return REBUILD.isBound() ? getMongoDatabase(REBUILD.get()) : super.getMongoDatabase();
    }

    String name() {
        return getDefaultDatabaseName();
    }
}
