package io.guildhall.gateway.page;

import io.guildhall.gateway.page.ProblemCatalogue.Entry;
import io.guildhall.gateway.problem.Language;
import io.guildhall.gateway.problem.ProblemType;
import io.guildhall.gateway.problem.Refused;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Explains every problem under the address that its answers give as type. */
@RestController
class ProblemController {

    private final ProblemCatalogue catalogue;
    private final Pages pages;

    ProblemController(ProblemCatalogue catalogue, Pages pages) {
        this.catalogue = catalogue;
        this.pages = pages;
    }

    @GetMapping("/problems")
    Mono<ResponseEntity<String>> all(ServerHttpRequest request) {
        Language language = Language.of(request);
        return catalogue.of(language).map(entries -> page(entries, language));
    }

    @GetMapping("/problems/{name}")
    Mono<ResponseEntity<String>> one(@PathVariable String name, ServerHttpRequest request) {
        Language language = Language.of(request);
        return catalogue.of(language).map(entries -> {
            List<Entry> named =
                    entries.stream().filter(entry -> entry.name().equals(name)).toList();
            if (named.isEmpty()) {
                throw Refused.as(ProblemType.NOT_FOUND);
            }
            return page(named, language);
        });
    }

    private ResponseEntity<String> page(List<Entry> entries, Language language) {
        String rows = entries.stream().map(entry -> row(entry, language)).collect(Collectors.joining());
        return pages.page("problems", language, Map.of("title", "Guildhall", "rows", rows));
    }

    private String row(Entry entry, Language language) {
        return pages.fill(
                "problem",
                language,
                Map.of(
                        "name", entry.name(),
                        "status", Integer.toString(entry.status()),
                        "title", entry.title(),
                        "detail", entry.detail()));
    }
}
