package io.guildhall.platform.due;

import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.event.EventCodec;
import io.guildhall.platform.time.MovableClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/** Gives every service its due dates. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
class DueConfiguration {

    @Bean
    CommandNames commandNames(BeanFactory beans) {
        return CommandNames.scan(AutoConfigurationPackages.get(beans));
    }

    @Bean
    DueDateStore dueDateStore(MongoOperations mongo, MovableClock clock) {
        return new DueDateStore(mongo.getCollection("due_dates"), clock, InstantSource.system());
    }

    @Bean
    DueDates dueDates(DueDateStore store, CommandNames names, EventCodec codec) {
        return new DueDates(store, names, codec);
    }

    @Bean
    DueDateDesk dueDateDesk(DueDateStore store) {
        return new DueDateDesk(store);
    }

    @Bean
    DueDatePoller dueDatePoller(
            DueDateStore store,
            CommandNames names,
            EventCodec codec,
            Commands commands,
            MeterRegistry meters,
            @Value("${guildhall.due.look:500ms}") Duration look,
            @Value("${guildhall.autostart:true}") boolean autoStart) {
        return new DueDatePoller(store, names, codec, commands::sendAs, look, meters, autoStart);
    }
}
