package io.guildhall.platform.web;

import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Whether the document store answers. */
final class StorePing extends AbstractHealthIndicator {

    private final MongoDatabaseFactory databases;

    StorePing(MongoDatabaseFactory databases) {
        super("The document store does not answer");
        this.databases = databases;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        databases.getMongoDatabase().runCommand(new Document("ping", 1));
        builder.up();
    }
}
