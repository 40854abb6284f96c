package io.guildhall.member.oauth;

import io.guildhall.platform.privacy.MasterKeys;
import java.util.HexFormat;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** Lets nobody but the gateway, which knows its client's secret, to {@code /id/internal}. */
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

    /** The gateway derives the same from the same master key. */
    static String gatewaySecret(MasterKeys keys) {
        return HexFormat.of().formatHex(keys.derived("gateway-client"));
    }

    @Bean
    @Order(2)
    SecurityFilterChain gatewayOnly(HttpSecurity http, MasterKeys keys, SecretEncoder encoder) {
        var gateway = User.withUsername(Clients.GATEWAY)
                .password(encoder.encode(gatewaySecret(keys)))
                .build();
        var provider = new DaoAuthenticationProvider(new InMemoryUserDetailsManager(gateway));
        provider.setPasswordEncoder(encoder);
        return http.securityMatcher("/id/internal/**")
                .authenticationManager(new ProviderManager(provider))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(Customizer.withDefaults())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
