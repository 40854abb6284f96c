package io.guildhall.local.cli;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import io.guildhall.local.client.Unreachable;
import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.Parts;
import io.guildhall.local.stack.StackState;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows the health of each part, and of each service its log's head and what follows it how far behind. */
@Command(
        name = "status",
        description = "Shows the health of each part, and position and lag of all that follows a log.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Mixin
    private Installation installation = new Installation();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        Optional<StackState> state = installation.local().map(Place::running);
        Map<String, JsonNode> services = new LinkedHashMap<>();
        for (String service : Parts.SERVICES) {
            services.put(service, ask(service));
        }
        boolean healthy = state.map(StackState::ready).orElse(true)
                && services.values().stream()
                        .allMatch(each -> each.path("ready").asBoolean(false));
        String origin = installation.origin().toString();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("healthy", healthy);
        document.put("origin", origin);
        state.ifPresent(stack -> {
            document.put("startedAt", stack.startedAt());
            document.put("parts", stack.parts());
        });
        document.put("services", services);
        output.result(document, new StatusLines(origin, state, services, Instant.now()).lines());
        return healthy ? ExitCode.OK.number() : ExitCode.NOT_READY.number();
    }

    /** A service that cannot be asked still has a row. */
    private JsonNode ask(String service) {
        if (installation
                .local()
                .filter(place -> !Files.exists(place.folder().token()))
                .isPresent()) {
            return says("no operator's token in the data folder");
        }
        try {
            GuildhallClient operator = installation.operator().withPatience(Duration.ofSeconds(10));
            Reply reply = operator.get("/api/ops/" + Parts.shortName(service) + "/status");
            return reply.ok() ? reply.json() : says("answers " + reply.status() + " " + reply.problem());
        } catch (Unreachable e) {
            return says("the gateway does not answer");
        }
    }

    private static JsonNode says(String why) {
        return JSON.createObjectNode().put("ready", false).put("says", why);
    }
}
