package io.guildhall.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.testing.contract.ApiContract;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class OpenApiTest extends EdgeTest {

    @Autowired
    ApiContract api;

    private static Iterable<String> parameters(JsonNode operation) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }

    @Test
    void saysOfEveryOperationWhoMayCallIt() {
        JsonNode document = api.document();

        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.at("/paths/~1tallies/post/x-authz").asString()).isEqualTo("signed-in");
        assertThat(document.at("/paths/~1ops~1edge/get/x-authz").asString()).isEqualTo("operator");
        assertThat(document.at("/paths/~1api~1communities~1{communityId}~1ledger/get/x-authz")
                        .asString())
                .isEqualTo("role:owner");
        assertThat(document.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        document.path("paths")
                .forEach(path -> path.forEach(operation -> assertThat(operation.has("x-authz"))
                        .as(operation.toString())
                        .isTrue()));
    }

    @Test
    void documentsHeadersPagesAndProblemsButNoActor() {
        JsonNode document = api.document();

        assertThat(parameters(document.at("/paths/~1tallies/post"))).containsExactly("Idempotency-Key");
        assertThat(parameters(document.at("/paths/~1tallies/get")))
                .containsExactlyInAnyOrder("limit", "after", "Guildhall-After");
        assertThat(document.at("/paths/~1tallies/get/responses/401/content/application~1problem+json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Problem");
        assertThat(document.at("/components/schemas/Problem/properties").has("traceId"))
                .isTrue();
    }

    @Test
    void tellsOfAnswersWhatIsAlwaysThereAndWhatMayBeNull() {
        JsonNode schemas = api.document().at("/components/schemas");

        assertThat(schemas.at("/TallyView/required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("tallyId", "total");
        assertThat(schemas.at("/PageTallyView/required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("items", "page");
        assertThat(schemas.at("/Cursor/required").valueStream().map(JsonNode::asString))
                .containsExactly("hasMore");
        assertThat(schemas.at("/Cursor/properties/next/type").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("string", "null");
        assertThat(schemas.path("CountRequest").has("required")).isFalse();
    }
}
