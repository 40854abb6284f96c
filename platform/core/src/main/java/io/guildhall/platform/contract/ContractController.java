package io.guildhall.platform.contract;

import io.guildhall.platform.event.EventRegistry;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Public;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Shows the contract of the service's events to everybody who wants to listen. */
@RestController
@Public
class ContractController {

    private final AsyncApi document;
    private final EventRegistry events;
    private final ContractResources resources;

    ContractController(AsyncApi document, EventRegistry events, ContractResources resources) {
        this.document = document;
        this.events = events;
        this.resources = resources;
    }

    @GetMapping("/asyncapi")
    JsonNode asyncApi() {
        return document.document();
    }

    @GetMapping("/schemas/{name}/{revision}.json")
    JsonNode schema(@PathVariable String name, @PathVariable int revision) {
        return events.byName(name)
                .filter(event -> event.revision() == revision)
                .flatMap(event -> resources.schema(event.name()))
                .orElseThrow(NotFound::new);
    }
}
