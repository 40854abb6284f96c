package io.guildhall.platform.event;

import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JacksonModule;

/** Finds the service's events and gives them their JSON. */
@AutoConfiguration
public class EventConfiguration {

    @Bean
    EventRegistry eventRegistry(BeanFactory beans) {
        return EventRegistry.scan(AutoConfigurationPackages.get(beans));
    }

    @Bean
    EventCodec eventCodec(ObjectProvider<JacksonModule> modules) {
        return new EventCodec(List.copyOf(modules.orderedStream().toList()));
    }
}
