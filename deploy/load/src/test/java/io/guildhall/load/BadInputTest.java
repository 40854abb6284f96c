package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bad input at the gateway gets a named problem, and no event: after each the log's head is where it was. */
@Tag("long")
@ExtendWith(SharedStack.class)
class BadInputTest {

    private final LocalStack stack;
    private final BadInput input;
    private final String communities = "/api/communities";
    private final String community;

    BadInputTest(LocalStack stack) {
        this.stack = stack;
        this.input = new BadInput(stack);
        this.community = communities + "/" + stack.made("community");
    }

    @Test
    void malformedJson() {
        input.refused(400, "malformed-request", () -> stack.owner().post(communities, "{\"name\": "));
    }

    @Test
    void anUnknownPropertyIsNamed() {
        Reply reply = input.refused(
                400,
                "unknown-property",
                () -> stack.owner().post(communities, Map.of("name", "A good name", "colour", "red")));

        assertThat(reply.body()).contains("/colour");
    }

    @Test
    void everyInvalidFieldIsPointedAt() {
        Reply reply = input.refused(
                422,
                "validation-failed",
                () -> stack.owner().post(communities, Map.of("name", "x", "language", "tlh")));

        assertThat(BadInput.pointers(reply)).contains("/name", "/language");
    }

    @Test
    void problemsSpeakChineseToo() {
        Reply reply = input.refused(
                422,
                "validation-failed",
                () -> stack.owner().post(communities, Map.of("name", "x"), "Accept-Language", "zh-CN"));

        assertThat(reply.text("title")).matches(".*\\p{IsHan}.*");
    }

    @Test
    void tooLarge() {
        input.refused(
                413,
                "payload-too-large",
                () -> stack.owner()
                        .post(communities, Map.of("name", "A good name", "description", "x".repeat(1_200_000))));
    }

    @Test
    void noToken() {
        input.refused(
                401,
                "authentication-required",
                () -> stack.anyone()
                        .withToken("ghp_" + "A".repeat(43))
                        .post(communities, Map.of("name", "A good name")),
                "invalid-token");
        assertThat(stack.anyone().get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void notAllowed() {
        GuildhallClient operator = stack.operator();
        input.refused(
                403,
                "forbidden",
                () -> operator.post(
                        community + "/courses",
                        Map.of(
                                "title", "Mine",
                                "summary", "Not yours",
                                "language", "en",
                                "lessons", List.of(Map.of("title", "One", "markdown", "# One")))));
    }

    @Test
    void notYours() {
        String other = communities + "/com_" + UUID.randomUUID().toString().replace("-", "");
        input.refused(404, "not-found", () -> stack.owner().get(other));
        input.refused(404, "not-found", () -> stack.owner().get(community + "/courses/crs_" + "0".repeat(32)));
    }

    @Test
    void aRepeatedKeyWithAnotherBody() {
        String key = "key-" + UUID.randomUUID();
        Reply first = stack.owner()
                .post(communities, Map.of("name", "Once only"), "Idempotency-Key", key)
                .expect(201);

        Reply again = stack.owner()
                .post(communities, Map.of("name", "Once only"), "Idempotency-Key", key)
                .expect(201);
        assertThat(again.text("communityId")).isEqualTo(first.text("communityId"));
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        input.refused(
                422,
                "idempotency-key-reuse",
                () -> stack.owner().post(communities, Map.of("name", "Something else"), "Idempotency-Key", key));
    }
}
