package io.guildhall.load;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests as editors send them: set apart by {@code ###}, with {@code {{variables}}}. */
record HttpFile(Path file) {

    /** @param expected the status, or its first digit */
    record Request(
            String method,
            String path,
            List<String> headers,
            @Nullable String body,
            String expected) {

        Reply send(GuildhallClient client) {
            return client.send(method, path, body, headers.toArray(String[]::new));
        }
    }

    /** @param values of the variables, in place of those that the file sets */
    List<Request> requests(Map<String, String> values) throws IOException {
        String text = Files.readString(file);
        for (var value : values.entrySet()) {
            text = text.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        return Arrays.stream(text.split("(?m)^###"))
                .skip(1)
                .map(HttpFile::request)
                .toList();
    }

    private static Request request(String block) {
        List<String> lines = block.lines().skip(1).toList();
        String expected = "2";
        List<String> head = new ArrayList<>();
        int at = 0;
        for (; at < lines.size() && !lines.get(at).isBlank(); at++) {
            String line = lines.get(at);
            if (line.startsWith("# answers ")) {
                expected = line.substring("# answers ".length());
            } else {
                head.add(line);
            }
        }
        String[] asked = head.removeFirst().split(" ");
        List<String> headers = head.stream()
                .flatMap(line -> Arrays.stream(line.split(": ", 2)))
                .toList();
        String body = String.join("\n", lines.subList(at, lines.size())).strip();
        return new Request(asked[0], asked[1], headers, body.isEmpty() ? null : body, expected);
    }
}
