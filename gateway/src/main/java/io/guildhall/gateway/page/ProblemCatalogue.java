package io.guildhall.gateway.page;

import io.guildhall.gateway.problem.Language;
import io.guildhall.gateway.problem.ProblemTexts;
import io.guildhall.gateway.problem.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** All problems by name: the services' as far as they answer, and the gateway's own. */
@Component
class ProblemCatalogue {

    /** Where a service puts the facts of one request. */
    private static final Pattern HOLE = Pattern.compile("\\{\\d[^}]*}");

    record Entry(String name, int status, String title, String detail) {}

    private final Services services;
    private final ProblemTexts texts;

    ProblemCatalogue(Services services, ProblemTexts texts) {
        this.services = services;
        this.texts = texts;
    }

    Mono<List<Entry>> of(Language language) {
        return services.askAll("/problems", language).map(answers -> {
            Map<String, Entry> byName = new TreeMap<>();
            answers.forEach(said -> said.answer()
                    .ifPresent(list -> list.forEach(
                            problem -> byName.put(problem.path("name").asString(), entry(problem)))));
            own(language).forEach(entry -> byName.put(entry.name(), entry));
            return List.copyOf(byName.values());
        });
    }

    private Stream<Entry> own(Language language) {
        return Stream.of(ProblemType.values())
                .map(type -> new Entry(
                        type.slug(), type.status(), texts.title(type, language), texts.meaning(type, language)));
    }

    private static Entry entry(JsonNode problem) {
        return new Entry(
                problem.path("name").asString(),
                problem.path("status").asInt(),
                problem.path("title").asString(),
                HOLE.matcher(problem.path("detail").asString()).replaceAll("…"));
    }
}
