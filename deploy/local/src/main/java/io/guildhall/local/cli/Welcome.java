package io.guildhall.local.cli;

import io.guildhall.local.demo.Demo;
import io.guildhall.local.demo.Login;
import io.guildhall.local.stack.DataFolder;
import io.guildhall.local.stack.PartState;
import io.guildhall.local.stack.StackState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person needs to know once everything is ready: addresses, logins, tokens and how long it took. */
record Welcome(DataFolder folder, StackState state, Optional<Demo> demo, Duration took) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Guildhall is ready at %s after %s.".formatted(state.origin(), Times.seconds(took.toMillis())));
        lines.add("");
        Table table = new Table()
                .row("  first page", state.origin() + "/")
                .row("  API", state.origin() + "/docs")
                .row("  mails", state.origin() + "/id/mails");
        demo.ifPresent(made -> {
            row(table, "operator", made.operator());
            row(table, "owner", made.owner());
            row(table, "member", made.member());
            made.communityId().ifPresent(id -> table.row("  community", id));
            made.courseId().ifPresent(id -> table.row("  course", id));
            table.row("  tokens", folder.token() + " (operator), " + folder.ownerToken() + " (owner)");
        });
        table.row("  data", folder.path().toString());
        lines.addAll(table.lines());
        lines.add("");
        lines.add("./guildhall status shows how it is, ./guildhall logs what it says, ./guildhall down ends it.");
        return lines;
    }

    private static void row(Table table, String who, Login login) {
        table.row("  " + who, login.mail() + "  " + login.password());
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("origin", state.origin());
        document.put("data", folder.path().toString());
        document.put("readyMillis", took.toMillis());
        document.put("parts", state.parts().stream().map(Welcome::part).toList());
        demo.ifPresent(made -> {
            document.put("operator", made.operator());
            document.put("owner", made.owner());
            document.put("member", made.member());
            document.put("made", made.made());
        });
        return document;
    }

    private static Map<String, Object> part(PartState part) {
        Long millis = part.readyMillis();
        return Map.of("name", part.name(), "port", part.port(), "readyMillis", millis == null ? -1 : millis);
    }
}
