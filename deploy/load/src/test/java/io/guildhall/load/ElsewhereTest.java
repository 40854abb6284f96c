package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.local.demo.DemoCourse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The command line speaks to an installation of which this machine knows an address and a token. */
@Tag("long")
@ExtendWith(SharedStack.class)
class ElsewhereTest {

    private final LocalStack stack;

    ElsewhereTest(LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void anOperatorLooksAndVerifies() throws IOException {
        String operator = token("token");
        stack.awaitQuiet();
        assertThat(stack.runFromElsewhere(operator, "status")).contains("member-service", "ready", "log member.0");
        assertThat(stack.runFromElsewhere(operator, "status", "-o", "json")).contains("\"healthy\" : true");
        assertThat(stack.runFromElsewhere(operator, "verify")).contains("Clean");
    }

    @Test
    void anAuthorImports(@TempDir Path articles) throws IOException {
        DemoCourse.copyTo(articles);
        assertThat(stack.runFromElsewhere(
                        token("owner.token"), "import", articles.toString(), "--community", stack.made("community")))
                .contains("drafted", "with 6 lessons");
    }

    private String token(String file) throws IOException {
        return Files.readString(stack.data().resolve(file)).strip();
    }
}
