package io.guildhall.gateway.page;

import io.guildhall.gateway.Connections;
import io.guildhall.gateway.Installation;
import io.guildhall.gateway.breaker.Breakers;
import io.guildhall.gateway.problem.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Reads what every service says of itself: its problems and its API. */
@Component
class Services {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What a service said; empty when it did not answer in order. */
    record Said(String service, Optional<JsonNode> answer) {}

    private final Installation installation;
    private final Breakers breakers;
    private final WebClient http;

    Services(Installation installation, Connections connections, Breakers breakers) {
        this.installation = installation;
        this.breakers = breakers;
        this.http = connections
                .calls()
                .codecs(codecs -> codecs.defaultCodecs()
                        .maxInMemorySize((int) DataSize.ofMegabytes(8).toBytes()))
                .build();
    }

    boolean has(String service) {
        return installation.services().containsKey(service);
    }

    /** In the order of their names. */
    Mono<List<Said>> askAll(String path, Language language) {
        return Flux.fromIterable(
                        installation.services().keySet().stream().sorted().toList())
                .flatMapSequential(service -> ask(service, path, language))
                .collectList();
    }

    Mono<Said> ask(String service, String path, Language language) {
        Mono<JsonNode> answer = http.get()
                .uri(installation.service(service).resolve(path))
                .header(HttpHeaders.ACCEPT_LANGUAGE, language.tag())
                .retrieve()
                .bodyToMono(JsonNode.class)
                .timeout(PATIENCE);
        return breakers.guard(service, answer)
                .map(said -> new Said(service, Optional.of(said)))
                .onErrorResume(silent -> Mono.just(new Said(service, Optional.empty())));
    }
}
