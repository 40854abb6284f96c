package io.guildhall.platform.follow;

import com.mongodb.client.MongoClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Puts Spring Data on the service's own database, {@code guildhall_<service>} unless the URI names another. */
@AutoConfiguration(after = MongoAutoConfiguration.class, before = DataMongoAutoConfiguration.class)
class DatabaseConfiguration {

    @Bean
    RebuildDatabases mongoDatabaseFactory(MongoClient client, MongoConnectionDetails details, Environment environment) {
        String named = details.getConnectionString().getDatabase();
        String service =
                environment.getRequiredProperty("spring.application.name").replaceFirst("-service$", "");
        return new RebuildDatabases(client, named == null ? "guildhall_" + service.replace('-', '_') : named);
    }
}
