package io.guildhall.member.credential;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Passwords that are hashed in less memory, for tests in which many people sign in. */
@TestConfiguration(proxyBeanMethods = false)
public class QuickPasswords {

    @Bean
    @Primary
    PasswordHasher quickHasher() {
        return new PasswordHasher(64);
    }
}
