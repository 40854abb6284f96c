package io.guildhall.platform.security;

import com.github.benmanes.caffeine.cache.Ticker;
import io.guildhall.platform.follow.ReadModels;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Wires the roles that a service has heard of; slice tests without a store bring their own {@link Roles}. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
public class RolesConfiguration {

    @Bean
    RoleHoldings roleHoldings(ReadModels models) {
        return new RoleHoldings(models);
    }

    @Bean
    Roles roles(MongoTemplate mongo) {
        return new Roles(mongo, Ticker.systemTicker());
    }
}
