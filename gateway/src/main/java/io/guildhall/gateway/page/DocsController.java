package io.guildhall.gateway.page;

import io.guildhall.gateway.Installation;
import io.guildhall.gateway.page.Services.Said;
import io.guildhall.gateway.problem.Language;
import io.guildhall.gateway.problem.ProblemType;
import io.guildhall.gateway.problem.Refused;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The API of all services on one page, and as documents for tools. */
@RestController
class DocsController {

    private static final String PATH = "/v3/api-docs";

    private final Services services;
    private final Pages pages;
    private final Texts texts;
    private final Installation installation;
    private final JsonMapper json;

    DocsController(Services services, Pages pages, Texts texts, Installation installation, JsonMapper json) {
        this.services = services;
        this.pages = pages;
        this.texts = texts;
        this.installation = installation;
        this.json = json;
    }

    @GetMapping("/docs")
    ResponseEntity<String> page(ServerHttpRequest request) {
        return pages.page("docs", Language.of(request), Map.of("title", "Guildhall API"));
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<String> all(ServerHttpRequest request) {
        Language language = Language.of(request);
        return services.askAll(PATH, language).map(answers -> document("Guildhall", language, answers));
    }

    @GetMapping(path = PATH + "/{service}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<String> one(@PathVariable String service, ServerHttpRequest request) {
        if (!services.has(service)) {
            throw Refused.as(ProblemType.NOT_FOUND);
        }
        Language language = Language.of(request);
        return services.ask(service, PATH, language).map(said -> document(service, language, List.of(said)));
    }

    /** Says which services are missing because they did not answer. */
    private String document(String title, Language language, List<Said> answers) {
        String silent = answers.stream()
                .filter(said -> said.answer().isEmpty())
                .map(Said::service)
                .collect(Collectors.joining(", "));
        String description = texts.of("docs.about", language)
                + (silent.isEmpty() ? "" : " " + texts.of("docs.silent", language) + " " + silent);
        ApiDocument document = new ApiDocument(json, installation.origin(), title, description);
        answers.forEach(said -> said.answer().ifPresent(given -> document.add(said.service(), given)));
        return document.text();
    }
}
