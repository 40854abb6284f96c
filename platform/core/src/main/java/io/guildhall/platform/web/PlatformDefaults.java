package io.guildhall.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/** Puts the settings that all services share behind everything that a service or its operator sets. */
final class PlatformDefaults implements EnvironmentPostProcessor, Ordered {

    static final String LOCAL = "local";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.acceptsProfiles(Profiles.of(LOCAL))) {
            addLast(environment, "guildhall-defaults-local.properties");
        }
        addLast(environment, "guildhall-defaults.properties");
    }

    private static void addLast(ConfigurableEnvironment environment, String file) {
        try {
            environment.getPropertySources().addLast(new ResourcePropertySource(new ClassPathResource(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Behind what reads application.yaml, for only then it is known which profiles there are. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 10;
    }
}
