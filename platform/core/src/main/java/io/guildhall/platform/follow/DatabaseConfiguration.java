package io.guildhall.platform.follow;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.util.function.SingletonSupplier;

/**
 * Puts Spring Data on the service's own database, {@code guildhall_<service>} unless the URI names another, and on the
 * live editions of read models in it.
 */
@AutoConfiguration(after = MongoAutoConfiguration.class, before = DataMongoAutoConfiguration.class)
class DatabaseConfiguration {

    /** While a store is away, who asks for something is told so soon, and may ask again. */
    static final Duration SOON = Duration.ofSeconds(2);

    private static final Duration STORE_STARTS = Duration.ofMinutes(1);

    /** The driver's own patience is half a minute; a URI may name another. */
    @Bean
    MongoClientSettingsBuilderCustomizer storePatience(MongoConnectionDetails details) {
        Integer named = details.getConnectionString().getServerSelectionTimeout();
        long millis = named == null ? SOON.toMillis() : named;
        return settings -> settings.applyToClusterSettings(
                cluster -> cluster.serverSelectionTimeout(millis, TimeUnit.MILLISECONDS));
    }

    /**
     * Of a store that answers. What is written is acknowledged by a majority, whatever the servers' default is: a follower's position must not
     * outlive the effect that it stands for.
     */
    @Bean
    MongoDatabaseFactory mongoDatabaseFactory(
            MongoClient client, MongoConnectionDetails details, Environment environment) {
        String named = details.getConnectionString().getDatabase();
        String service =
                environment.getRequiredProperty("spring.application.name").replaceFirst("-service$", "");
        var databases = new SimpleMongoClientDatabaseFactory(
                client, named == null ? "guildhall_" + service.replace('-', '_') : named);
        databases.setWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        StoreAtStart.await(databases.getMongoDatabase(), STORE_STARTS);
        return databases;
    }

    @Bean
    Editions editions(MongoDatabaseFactory databases) {
        return new Editions(databases.getMongoDatabase());
    }

    @Bean
    EditionTemplate mongoTemplate(
            MongoDatabaseFactory databases, MongoConverter converter, Editions editions, ListableBeanFactory beans) {
        return new EditionTemplate(databases, converter, editions, SingletonSupplier.of(() -> projections(beans)));
    }

    /** By their classes alone: projections themselves need the template. */
    private static Map<Class<?>, String> projections(ListableBeanFactory beans) {
        Map<Class<?>, String> keepers = new HashMap<>();
        for (String bean : beans.getBeanNamesForAnnotation(Projection.class)) {
            Projection projection = beans.findAnnotationOnBean(bean, Projection.class);
            if (projection != null) {
                for (Class<?> document : projection.keeps()) {
                    if (keepers.put(document, projection.value()) != null) {
                        throw new IllegalStateException("Two projections keep " + document.getName());
                    }
                }
            }
        }
        return Map.copyOf(keepers);
    }
}
