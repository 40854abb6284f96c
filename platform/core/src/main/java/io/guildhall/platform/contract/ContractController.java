package io.guildhall.platform.contract;

import io.guildhall.platform.event.EventRegistry;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Public;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Shows the service's contracts to everybody who wants to ask or to listen. */
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

    @GetMapping(path = "/v3/api-docs", produces = MediaType.APPLICATION_JSON_VALUE)
    Resource openApi() {
        return resources.openApi().orElseThrow(NotFound::new);
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
