package io.guildhall.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.testing.TestKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** A service that is told to end serves on for a while. */
class DrainTest {

    private static final Duration DRAIN = Duration.ofMillis(700);

    record Seen(int ready, int alive, long afterNanos) {}

    @Test
    void servesOnThoughItIsNotReadyAnyMore() {
        var context = start();
        var seen = new CompletableFuture<Seen>();
        String address = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
        long began = System.nanoTime();
        // Behind the drain, and before anything is stopped.
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) _ -> {
            long after = System.nanoTime() - began;
            seen.complete(new Seen(status(address + "/readyz"), status(address + "/livez"), after));
        });

        context.close();

        assertThat(seen).isCompleted();
        assertThat(seen.join().ready()).isEqualTo(503);
        assertThat(seen.join().alive()).isEqualTo(200);
        assertThat(seen.join().afterNanos()).isGreaterThanOrEqualTo(DRAIN.toNanos());
    }

    /** Over a new connection. */
    private static int status(String address) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(EdgeApplication.class)
                .run(
                        "--spring.application.name=drain-service",
                        "--server.port=0",
                        "--spring.mongodb.uri=" + Servers.mongoUri(DrainTest.class),
                        "--guildhall.kafka.bootstrap-servers=" + Servers.kafka(),
                        "--guildhall.master-key-file=" + TestKeys.masterKeyFile(),
                        "--guildhall.issuer=http://127.0.0.1:1/id",
                        "--guildhall.drain=" + DRAIN);
    }
}
