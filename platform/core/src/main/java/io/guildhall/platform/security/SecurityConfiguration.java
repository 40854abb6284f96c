package io.guildhall.platform.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.guildhall.platform.problem.ProblemConfiguration;
import io.guildhall.platform.problem.Problems;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Makes a service a resource server whose every endpoint has its rule. */
@AutoConfiguration(
        after = ProblemConfiguration.class,
        before = {
            ServletWebSecurityAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            OAuth2ResourceServerAutoConfiguration.class
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(TokenProperties.class)
public class SecurityConfiguration implements WebMvcConfigurer {

    /** Filter chains of a service's own come before this one, each with a {@code securityMatcher}. */
    public static final int LAST_CHAIN = Ordered.LOWEST_PRECEDENCE - 100;

    private static final String[] OPEN = {"/livez", "/readyz", "/actuator/health/**", "/actuator/prometheus"};

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorResolver());
    }

    @Bean
    Endpoints endpoints(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        return new Endpoints(mapping);
    }

    @Bean
    Denials denials(Problems problems) {
        return new Denials(problems);
    }

    @Bean
    RequestRejectedHandler rejectedRequests(Problems problems) {
        return new RejectedRequests(problems);
    }

    /** The request is timed as a whole; timing each filter around it cost more than what the filters do. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** A service that is the issuer has the keys itself; all others ask for them. */
    @Bean
    JwtDecoder accessTokens(ObjectProvider<JWKSource<SecurityContext>> own, TokenProperties properties) {
        return new AccessTokens(own.getIfAvailable(() -> new IssuerKeys(properties.keys())), properties.issuer());
    }

    @Bean
    @Order(LAST_CHAIN)
    SecurityFilterChain endpointRules(
            HttpSecurity http, Endpoints endpoints, ObjectProvider<Roles> roles, JwtDecoder tokens, Denials denials) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .anyRequest()
                        .access(new Authorization(endpoints, roles)))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(denials).accessDeniedHandler(denials))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(tokens))
                        .authenticationEntryPoint(denials)
                        .accessDeniedHandler(denials))
                .build();
    }
}
