package io.guildhall.gateway;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the gateway. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {

    public static void main(String... arguments) {
        SpringApplication.run(GatewayApplication.class, arguments);
    }

    /** Sessions and tokens end by the real clock, whatever the services' clock says. */
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
