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
    private Place place = new Place();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        StackState state = place.running();
        Map<String, JsonNode> services = new LinkedHashMap<>();
        for (String service : Parts.SERVICES) {
            services.put(service, ask(service));
        }
        boolean healthy = state.ready()
                && services.values().stream()
                        .allMatch(each -> each.path("ready").asBoolean(false));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("healthy", healthy);
        document.put("origin", state.origin());
        document.put("startedAt", state.startedAt());
        document.put("parts", state.parts());
        document.put("services", services);
        output.result(document, new StatusLines(state, services, Instant.now()).lines());
        return healthy ? ExitCode.OK.number() : ExitCode.NOT_READY.number();
    }

    /** A service that cannot be asked still has a row. */
    private JsonNode ask(String service) {
        if (!Files.exists(place.folder().token())) {
            return says("no operator's token at " + place.folder().token());
        }
        try {
            GuildhallClient operator = place.operator().withPatience(Duration.ofSeconds(10));
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
