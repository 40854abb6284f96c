package io.guildhall.member.page;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Guards the pages: open to everybody, each form with a token against forged requests, no script and no frame. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    private static final String POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(3)
    SecurityFilterChain pageRules(HttpSecurity http, Pages pages, @Value("${guildhall.issuer}") String issuer) {
        return http.securityMatcher("/id/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.csrfTokenRepository(tokens(issuer.startsWith("https:"))))
                .exceptionHandling(handling -> handling.accessDeniedHandler(expired(pages)))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN)))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    private static CookieCsrfTokenRepository tokens(boolean secure) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("guildhall-form");
        tokens.setCookiePath("/id");
        tokens.setCookieCustomizer(
                cookie -> cookie.secure(secure).sameSite("Lax").httpOnly(true));
        return tokens;
    }

    private static AccessDeniedHandler expired(Pages pages) {
        return (request, response, _) -> {
            byte[] page = pages.render("expired", request, Map.of()).getBytes(StandardCharsets.UTF_8);
            response.setStatus(HttpStatus.FORBIDDEN.value());
            response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
            response.getOutputStream().write(page);
        };
    }
}
