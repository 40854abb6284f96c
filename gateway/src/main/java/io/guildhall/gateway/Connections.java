package io.guildhall.gateway;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/**
 * What the gateway asks services in its own name goes over the connections of the routes, none of which is kept for long:
 * an instance that is to end is soon asked nothing any more.
 */
@Component
public class Connections {

    private final ReactorClientHttpConnector connector;

    /** Unlike what is passed on, what we ask ourselves may be sent twice. */
    Connections(HttpClient routes) {
        this.connector = new ReactorClientHttpConnector(routes.disableRetry(false));
    }

    public WebClient.Builder calls() {
        return WebClient.builder().clientConnector(connector);
    }
}
