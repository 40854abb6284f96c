package io.guildhall.local.cli;

import java.io.Console;
import java.util.List;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Where results and progress go: results to standard output, as text or as JSON; progress to standard error. */
final class Output {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The forms of a result. */
    enum Form {
        TEXT,
        JSON
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            description = "text or json (default: ${DEFAULT-VALUE}).",
            defaultValue = "text")
    private Form form = Form.TEXT;

    boolean json() {
        return form == Form.JSON;
    }

    /** Prints the one or the other. */
    void result(Object document, List<String> lines) {
        if (json()) {
            System.out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document));
        } else {
            lines.forEach(System.out::println);
        }
    }

    /** Prints one of many: a text line, or a line of JSON. */
    void line(Object document, String text) {
        System.out.println(json() ? JSON.writeValueAsString(document) : text);
    }

    Progress progress() {
        return new Progress(System.err, terminal());
    }

    private static boolean terminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
