package io.guildhall.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastWordsTest {

    @TempDir
    Path folder;

    @Test
    void quotesWhatSpringDescribes() throws Exception {
        says(
                "Caused by: x\n\nDescription:\n\nPort 8081 is in use.\n\nAction:\n\nChoose another.\n",
                "Port 8081 is in use.");
    }

    @Test
    void quotesTheLastCause() throws Exception {
        says("Error\nCaused by: A: outer\n\tat x\nCaused by: B: inner\n\t... 13 common frames omitted\n", "B: inner");
    }

    @Test
    void quotesTheLastLineOfAPlainLog() throws Exception {
        says("one\nstore: the folder is in use\n\n", "store: the folder is in use");
    }

    private void says(String log, String words) throws Exception {
        assertThat(LastWords.of(Files.writeString(folder.resolve("part.log"), log)))
                .isEqualTo(words);
    }
}
