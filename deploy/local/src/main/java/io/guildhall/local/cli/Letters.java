package io.guildhall.local.cli;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.Parts;
import io.guildhall.local.stack.StackFailure;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The dead letters of an installation's services, asked for and decided about as an operator. */
final class Letters {

    /**
     * What some services have.
     *
     * @param silent why a service said nothing, by its short name
     */
    record Found(List<Letter> letters, Map<String, String> silent) {

        /** Whether a service may have more: it tells so many at most. */
        boolean perhapsMore() {
            return letters.stream()
                    .collect(Collectors.groupingBy(Letter::service, Collectors.counting()))
                    .values()
                    .stream()
                    .anyMatch(many -> many >= MOST);
        }
    }

    private static final int MOST = 1_000;
    private static final int SERVER_ERRORS = 500;

    private final GuildhallClient operator;

    Letters(GuildhallClient operator) {
        this.operator = operator;
    }

    /** Those that wait, of each stream in its order. */
    Found waiting(List<String> services) {
        return ask(services, "");
    }

    /** Those that were given up. */
    Found dropped(List<String> services) {
        return ask(services, "/dropped");
    }

    private Found ask(List<String> services, String which) {
        List<Letter> letters = new ArrayList<>();
        Map<String, String> silent = new LinkedHashMap<>();
        for (String service : services) {
            Reply reply = operator.get(path(service) + which);
            if (reply.status() >= SERVER_ERRORS) {
                silent.put(service, "answers " + reply.status() + " " + reply.problem());
            } else {
                letters.addAll(read(service, reply));
            }
        }
        return new Found(letters, silent);
    }

    /**
     * The letter of this id, which waits or was dropped.
     *
     * @throws StackFailure when there is none, or more than one
     */
    Letter find(String id, List<String> services) {
        Found waiting = waiting(services);
        List<Letter> found = ofId(id, waiting);
        if (found.isEmpty()) {
            found = ofId(id, dropped(services));
        }
        if (found.size() > 1) {
            throw new StackFailure(
                    ExitCode.USAGE,
                    "%s is a letter of %s: choose with --service."
                            .formatted(id, found.stream().map(Letter::service).toList()));
        }
        if (found.isEmpty() && !waiting.silent().isEmpty()) {
            throw new StackFailure(
                    ExitCode.NOT_READY,
                    "There is no letter %s where somebody answers: %s.".formatted(id, waiting.silent()));
        }
        if (found.isEmpty()) {
            throw new StackFailure(
                    ExitCode.FAILED,
                    "There is no dead letter %s%s; ./guildhall letters lists them."
                            .formatted(id, waiting.perhapsMore() ? " among the first 1,000 of a service" : ""));
        }
        return found.getFirst();
    }

    private static List<Letter> ofId(String id, Found found) {
        return found.letters().stream().filter(letter -> letter.id().equals(id)).toList();
    }

    /** @return what still waits of its stream */
    List<Letter> retry(Letter letter) {
        return decide(letter, "retry", null);
    }

    /** @return what still waits of its stream */
    List<Letter> drop(Letter letter, String reason) {
        return decide(letter, "drop", Map.of("reason", reason));
    }

    private List<Letter> decide(Letter letter, String what, @Nullable Object body) {
        String id = URLEncoder.encode(letter.id(), StandardCharsets.UTF_8);
        return read(letter.service(), operator.post(path(letter.service()) + "/" + what + "?id=" + id, body));
    }

    private static List<Letter> read(String service, Reply reply) {
        return reply.expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> new Letter(service, item))
                .toList();
    }

    private static String path(String service) {
        return "/api/ops/" + service + "/dead-letters";
    }

    /**
     * The short names of the services that are asked.
     *
     * @param chosen one of them, by either of its names; {@code null} for all
     * @throws StackFailure when there is no such service
     */
    static List<String> services(@Nullable String chosen) {
        List<String> all = Parts.SERVICES.stream().map(Parts::shortName).toList();
        if (chosen == null) {
            return all;
        }
        String name = Parts.shortName(chosen);
        if (!all.contains(name)) {
            throw new StackFailure(ExitCode.USAGE, "There is no service " + chosen + "; there are " + all + ".");
        }
        return List.of(name);
    }
}
