package io.guildhall.platform.time;

import io.guildhall.platform.OnStart;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/** Gives every service its clock. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
class TimeConfiguration {

    @Bean
    MovableClock movableClock(
            MongoOperations mongo,
            @Value("${guildhall.clock.movable:false}") boolean movable,
            @Value("${guildhall.clock.beginning:PT0S}") Duration beginning) {
        return new MovableClock(InstantSource.system(), mongo.getCollection("clock"), movable, beginning);
    }

    @Bean
    SmartLifecycle clockStarted(MovableClock clock) {
        return new OnStart(clock::start);
    }
}
