package io.guildhall.gateway.route;

import io.guildhall.gateway.Installation;
import io.guildhall.gateway.breaker.Breakers;
import io.guildhall.gateway.breaker.Places;
import java.io.IOException;
import java.time.Duration;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Which path leads to which service. What is not listed here is not reachable. */
@Configuration(proxyBeanMethods = false)
class Routes {

    private final Installation installation;
    private final Breakers breakers;
    private final Places places;

    Routes(Installation installation, Breakers breakers, Places places) {
        this.installation = installation;
        this.breakers = breakers;
        this.places = places;
    }

    @Bean
    RouteLocator routeTable(RouteLocatorBuilder builder) {
        RouteLocatorBuilder.Builder routes = builder.routes();
        open(routes, "member", "/api/accounts/**", "/api/me/**", "/api/members/**", "/api/setup");
        open(
                routes,
                "member",
                "/api/communities/{communityId}/roles/**",
                "/api/communities/{communityId}/grants/**",
                "/api/communities/{communityId}/access/**",
                "/api/communities/{communityId}/members/**");
        open(
                routes,
                "billing",
                "/api/communities/{communityId}/offers/**",
                "/api/communities/{communityId}/orders/**",
                "/api/communities/{communityId}/subscriptions/**",
                "/api/communities/{communityId}/invoices/**",
                "/api/communities/{communityId}/ledger/**",
                "/pay/sandbox/**",
                "/webhooks/**");
        open(
                routes,
                "analytics",
                "/api/communities/{communityId}/metrics/**",
                "/api/communities/{communityId}/sql/**",
                "/api/communities/{communityId}/events/**",
                "/api/analytics/**");
        open(
                routes,
                "course",
                "/api/communities/{communityId}/courses/**",
                "/api/communities/{communityId}/enrollments/**");
        open(
                routes,
                "community",
                "/api/communities",
                "/api/communities/{communityId}",
                "/api/communities/{communityId}/channels/**",
                "/api/communities/{communityId}/surveys/**");
        openSocket(routes);
        openSignIn(routes);
        installation.services().keySet().forEach(service -> openOperations(routes, service));
        return routes.build();
    }

    /** A repeat on a fresh connection would send a command twice; what may be repeated is decided per route. */
    @Bean
    HttpClientCustomizer sendOnce() {
        return client -> client.disableRetry(true);
    }

    private void open(RouteLocatorBuilder.Builder routes, String service, String... paths) {
        routes.route(route -> route.path(paths)
                .filters(filters -> placed(filters, service).removeResponseHeader("Set-Cookie"))
                .uri(installation.service(service)));
    }

    /** A socket stays open for hours: it must not hold a place in a breaker, and nothing of it is sent twice. */
    private void openSocket(RouteLocatorBuilder.Builder routes) {
        routes.route(route -> route.path("/ws")
                .filters(filters ->
                        filters.filter(new SocketDoor(installation.origin())).removeResponseHeader("Set-Cookie"))
                .uri(installation.service("community")));
    }

    private void openSignIn(RouteLocatorBuilder.Builder routes) {
        routes.route(route -> route.path("/id/**")
                .and()
                .not(not -> not.path("/id/internal/**"))
                .filters(filters -> placed(filters, "member"))
                .uri(installation.service("member")));
    }

    /** Whoever looks after a service that has too much to do is let in all the same. */
    private void openOperations(RouteLocatorBuilder.Builder routes, String service) {
        routes.route(route -> route.path("/api/ops/" + service + "/**")
                .filters(filters -> guarded(filters, service)
                        .rewritePath("/api/ops/" + service + "/(?<rest>.*)", "/ops/${rest}")
                        .removeResponseHeader("Set-Cookie"))
                .uri(installation.service(service)));
    }

    private GatewayFilterSpec placed(GatewayFilterSpec filters, String service) {
        return guarded(filters.filter(new Placed(places, service)), service);
    }

    /** A read that found no answer is tried once more; nothing else is ever sent twice. */
    private GatewayFilterSpec guarded(GatewayFilterSpec filters, String service) {
        return filters.retry(retry -> retry.setRetries(1)
                        .setMethods(HttpMethod.GET, HttpMethod.HEAD)
                        .setSeries()
                        .setExceptions(IOException.class)
                        .setBackoff(Duration.ofMillis(50), Duration.ofMillis(200), 2, false))
                .filter(new Guarded(breakers, service));
    }
}
