package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the documentation tells people to type works as they type it; bash, curl and jq are needed. */
@Tag("long")
@ExtendWith(SharedStack.class)
class GuidesTest {

    private static final int LONGEST_MINUTES = 3;

    private final LocalStack stack;

    @TempDir
    private Path home;

    GuidesTest(LocalStack stack) {
        this.stack = stack;
    }

    /** @param requests at least so many were sent, so that no page is passed over */
    @ParameterizedTest
    @CsvSource({
        "README.md, 2",
        "README.zh-CN.md, 2",
        "docs/clients.md, 20",
        "docs/analysts.md, 11",
        "docs/operators.md, 8"
    })
    void everyExampleDoesWhatItsPageSays(String page, int requests) throws IOException, InterruptedException {
        Files.createSymbolicLink(home.resolve(".guildhall"), stack.data());
        Files.writeString(
                home.resolve("guildhall"),
                "#!/bin/sh\nexec %s \"$@\" --data .guildhall\n".formatted(String.join(" ", stack.commandLine())));
        assertThat(home.resolve("guildhall").toFile().setExecutable(true)).isTrue();
        Files.writeString(
                home.resolve("guide.sh"),
                new Guide(stack.root().resolve(page)).script(stack.origin().toString()));

        Process shell = new ProcessBuilder("bash", "guide.sh")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("printed").toFile())
                .start();
        boolean ended = shell.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
        shell.destroyForcibly();

        String printed = Files.readString(home.resolve("printed"));
        assertThat(ended).as(printed).isTrue();
        assertThat(home.resolve("wrong")).as(() -> printed + Faults.of(stack)).hasContent("");
        assertThat(shell.exitValue()).as(printed).isZero();
        assertThat(Files.readAllLines(home.resolve("asked"))).hasSizeGreaterThanOrEqualTo(requests);
    }

    @Test
    void everyRequestForEditorsIsAnsweredAsItSays() throws IOException {
        String token = Files.readString(stack.data().resolve("owner.token")).strip();
        List<HttpFile.Request> requests = new HttpFile(stack.root().resolve("docs/first-calls.http"))
                .requests(Map.of("hall", "", "token", token));
        assertThat(requests).hasSizeGreaterThanOrEqualTo(7);
        for (HttpFile.Request request : requests) {
            var reply = request.send(stack.anyone());
            assertThat(Integer.toString(reply.status()))
                    .as(request + ": " + reply.body())
                    .startsWith(request.expected());
        }
    }
}
