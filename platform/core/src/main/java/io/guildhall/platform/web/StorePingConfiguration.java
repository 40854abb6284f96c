package io.guildhall.platform.web;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Lets a service be ready only while its store answers. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
class StorePingConfiguration {

    @Bean
    StorePing storeHealthIndicator(MongoDatabaseFactory databases) {
        return new StorePing(databases);
    }
}
