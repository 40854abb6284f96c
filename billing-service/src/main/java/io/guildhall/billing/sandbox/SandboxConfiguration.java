package io.guildhall.billing.sandbox;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Sets the sandbox up where it may be. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
@EnableConfigurationProperties(SandboxSettings.class)
class SandboxConfiguration {}
