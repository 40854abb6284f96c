package io.guildhall.platform.lease;

import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/** Gives every service its leases. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
class LeaseConfiguration {

    @Bean
    Leases leases(MongoOperations mongo) {
        return new Leases(mongo.getCollection("leases"), InstantSource.system());
    }
}
