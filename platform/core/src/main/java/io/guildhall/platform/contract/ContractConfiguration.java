package io.guildhall.platform.contract;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.event.EventConfiguration;
import io.guildhall.platform.event.EventRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Lets every service show its contracts. */
@AutoConfiguration(after = EventConfiguration.class)
@Import(ContractController.class)
class ContractConfiguration {

    @Bean
    ContractResources contractResources() {
        return new ContractResources();
    }

    @Bean
    AsyncApi asyncApi(ServiceName service, EventRegistry events, ContractResources resources) {
        return new AsyncApi(service, events, resources);
    }
}
