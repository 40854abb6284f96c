package io.guildhall.local.cli;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import io.guildhall.local.client.Unreachable;
import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.StackFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** The read models of an installation's services and their editions, asked for and decided about as an operator. */
final class ReadModels {

    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final Duration LONGEST_COMPARISON = Duration.ofMinutes(30);
    private static final int LOOK_MILLIS = 300;

    private final GuildhallClient operator;
    private final Progress progress;

    ReadModels(GuildhallClient operator, Progress progress) {
        this.operator = operator;
        this.progress = progress;
    }

    /** All of one service. */
    List<JsonNode> of(String service) {
        return operator.get(path(service))
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    JsonNode of(String service, String projection) {
        return expect(operator.get(path(service) + "/" + projection), service, projection);
    }

    /** Begins a rebuild, or goes along with one that is not finished. */
    void begin(String service, String projection) {
        Reply begun = operator.post(path(service) + "/" + projection, null);
        if (!begun.problem().equals("rebuild-running")) {
            expect(begun, service, projection);
        }
    }

    /** @throws StackFailure when there is no edition beside the live one */
    int beside(String service, String projection) {
        JsonNode beside = of(service, projection).path("beside");
        if (!beside.isObject()) {
            throw new StackFailure(
                    ExitCode.REFUSED,
                    "There is no other edition of %s; ./guildhall rebuild %s %s makes one."
                            .formatted(projection, service, projection));
        }
        return beside.path("edition").asInt(0);
    }

    /**
     * Decides about this edition and no other, which may have come beside the live one meanwhile.
     *
     * @param what {@code switch} or {@code drop}
     */
    JsonNode decide(String service, String projection, String what, int edition) {
        return decide(service, projection, what + "?edition=" + edition);
    }

    /** @param what {@code pause}, {@code resume} or {@code compare} */
    JsonNode decide(String service, String projection, String what) {
        return expect(operator.post(path(service) + "/" + projection + "/" + what, null), service, projection);
    }

    private static JsonNode expect(Reply reply, String service, String projection) {
        if (reply.status() == 404) {
            throw new StackFailure(
                    ExitCode.USAGE,
                    "%s has no read model %s; ./guildhall rebuild %s lists them."
                            .formatted(service, projection, service));
        }
        if (reply.status() == 409) {
            throw new StackFailure(ExitCode.REFUSED, reply.text("detail"));
        }
        return reply.expect(200, 202).json();
    }

    /**
     * Returns when the edition beside the live one has caught up, or there is none. A service that is away meanwhile, or cannot
     * tell how much there is, is waited for: it goes on where it stood.
     *
     * @throws StackFailure when somebody paused it, or nothing was heard for two minutes
     */
    void follow(String service, String projection) throws InterruptedException {
        RebuildBar bar = new RebuildBar();
        long heard = System.nanoTime();
        while (true) {
            Optional<JsonNode> beside = look(service, projection).map(found -> found.path("beside"));
            if (beside.isPresent()) {
                if (beside.get().isObject()) {
                    progress.show(List.of(bar.line(beside.get())));
                }
                switch (beside.get().path("state").asString("")) {
                    case "CAUGHT_UP", "" -> {
                        progress.end();
                        return;
                    }
                    case "PAUSED" ->
                        throw new StackFailure(
                                ExitCode.REFUSED,
                                "The rebuild is paused; ./guildhall rebuild %s %s --resume lets it go on."
                                        .formatted(service, projection));
                    default -> {}
                }
            }
            if (beside.isPresent() && beside.get().path("total").isNumber()) {
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > SILENCE.toNanos()) {
                throw new StackFailure(
                        ExitCode.NOT_READY, "Nothing is heard of the rebuild; ./guildhall status says why.");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    /**
     * Compares both editions and returns when it is known what that came to; a service that is away meanwhile is waited for.
     *
     * @throws StackFailure when it failed, one of them is gone, or it lasts for half an hour
     */
    JsonNode compare(String service, String projection) throws InterruptedException {
        JsonNode begun = decide(service, projection, "compare");
        JsonNode found = begun;
        long latest = System.nanoTime() + LONGEST_COMPARISON.toNanos();
        while (!found.path("beside").path("compared").isObject()) {
            requireGoesOn(begun, found);
            if (System.nanoTime() > latest) {
                throw new StackFailure(ExitCode.NOT_READY, "The comparison does not end; start it again.");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            found = look(service, projection).orElse(found);
        }
        return found;
    }

    private static void requireGoesOn(JsonNode begun, JsonNode now) {
        if (!now.path("live").equals(begun.path("live"))
                || !now.path("beside")
                        .path("edition")
                        .equals(begun.path("beside").path("edition"))) {
            throw new StackFailure(ExitCode.REFUSED, "Somebody switched or dropped an edition that was compared.");
        }
        String failed = now.path("beside").path("comparisonFailed").asString("");
        if (!failed.isEmpty()) {
            throw new StackFailure(ExitCode.NOT_READY, "The comparison failed; start it again. " + failed);
        }
    }

    /** Empty while the service is away. */
    private Optional<JsonNode> look(String service, String projection) {
        try {
            Reply reply = operator.get(path(service) + "/" + projection);
            return reply.status() >= 502 && reply.status() <= 504
                    ? Optional.empty()
                    : Optional.of(expect(reply, service, projection));
        } catch (Unreachable away) {
            return Optional.empty();
        }
    }

    /** Lines for people: a row for each, by service. */
    static List<String> table(Map<String, List<JsonNode>> found) {
        Table table = new Table().row("service", "read model", "live", "beside", "state", "events");
        found.forEach((service, models) -> models.forEach(model -> {
            String name = model.path("projection").asString("");
            String live = model.path("live").asString("");
            JsonNode beside = model.path("beside");
            if (beside.isObject()) {
                String events = events(beside);
                String edition = beside.path("edition").asString("");
                table.row(
                        service, name, live, edition, words(beside.path("state").asString("")), events);
            } else {
                table.row(service, name, live, "-", "-", "-");
            }
        }));
        return table.lines();
    }

    /** How many it has seen, of how many, where that is known. */
    static String events(JsonNode beside) {
        JsonNode total = beside.path("total");
        String all = total.isNumber() ? String.format(Locale.ROOT, "%,d", total.asLong()) : "?";
        return String.format(Locale.ROOT, "%,d of %s", beside.path("done").asLong(0), all);
    }

    static String words(String state) {
        return state.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What a comparison came to: a line for each of the first differences, and one in all. */
    static List<String> compared(JsonNode compared) {
        List<String> lines = new ArrayList<>();
        for (JsonNode each : compared.path("differences")) {
            String fields = String.join(
                    ", ",
                    each.path("fields").valueStream().map(JsonNode::asString).toList());
            String what = words(each.path("kind").asString(""));
            lines.add("%s %s: %s%s"
                    .formatted(
                            each.path("collection").asString(""),
                            each.path("id").asString(""),
                            what,
                            fields.isEmpty() ? "" : " in " + fields));
        }
        lines.add(String.format(
                Locale.ROOT,
                "%s: %,d documents, %,d different, %,d that moved too fast to compare.",
                equal(compared) ? "Equal" : "NOT equal",
                compared.path("documents").asLong(0),
                compared.path("different").asLong(0),
                compared.path("moving").asLong(0)));
        return lines;
    }

    /** An absent count is not known to be none. */
    static boolean equal(JsonNode compared) {
        return compared.path("different").asLong(-1) == 0
                && compared.path("moving").asLong(-1) == 0;
    }

    private static String path(String service) {
        return "/api/ops/" + service + "/rebuilds";
    }
}
