package io.guildhall.local.cli;

import io.guildhall.local.demo.Demo;
import io.guildhall.local.demo.Login;
import io.guildhall.local.demo.history.History;
import io.guildhall.local.stack.DataFolder;
import io.guildhall.local.stack.StackState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be said of a history that was told.
 *
 * @param figures of each community, by its name
 * @param refused deeds that were refused for good
 */
record HistoryReport(
        DataFolder folder,
        StackState state,
        Demo demo,
        History history,
        Map<String, Map<String, Object>> figures,
        List<String> refused) {

    private static final int SHOWN_REFUSALS = 5;

    List<String> lines(Duration took) {
        Login first = history.login(history.story().people().getFirst());
        Login last = history.login(history.story().people().getLast());
        List<String> lines = new ArrayList<>(welcome(took).lines());
        lines.add("");
        lines.add("Told: %s, %d days, %d deeds; members %s … %s with the password %s."
                .formatted(
                        history.size(),
                        history.story().days(),
                        history.story().deeds().size(),
                        first.mail(),
                        last.mail(),
                        first.password()));
        lines.add("");
        lines.addAll(HistoryFigures.lines(figures));
        refused.stream().limit(SHOWN_REFUSALS).forEach(refusal -> lines.add("Refused: " + refusal));
        return lines;
    }

    Map<String, Object> document(Duration took) {
        Map<String, Object> document = new LinkedHashMap<>(welcome(took).document());
        document.put("size", history.size());
        document.put("days", history.story().days());
        document.put("deeds", history.story().deeds().size());
        document.put(
                "memberPassword",
                history.login(history.story().people().getFirst()).password());
        document.put("communities", figures);
        document.put("refused", refused);
        return document;
    }

    private Welcome welcome(Duration took) {
        return new Welcome(folder, state, Optional.of(demo), took);
    }
}
