package io.guildhall.platform.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.EventRegistry;
import io.guildhall.platform.event.Visibility;
import io.guildhall.platform.problem.NotFound;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;

class AsyncApiTest {

    @EventName(value = "sample.order.placed", revision = 2)
    record OrderPlaced(String orderId) {}

    @EventName(value = "sample.order.counted", visibility = Visibility.INTERNAL)
    record OrderCounted(String orderId) {}

    private final EventRegistry events = EventRegistry.of(OrderPlaced.class, OrderCounted.class);
    private final ContractResources resources = new ContractResources();
    private final AsyncApi asyncApi = new AsyncApi(new ServiceName("sample"), events, resources);
    private final ContractController controller = new ContractController(asyncApi, events, resources);

    @Test
    void showsTheTopicAndEveryEventOnIt() {
        JsonNode document = asyncApi.document();

        assertThat(document.at("/asyncapi").asString()).isEqualTo("3.0.0");
        assertThat(document.at("/channels/events/address").asString()).isEqualTo("guildhall.sample");
        assertThat(document.at("/channels/events/bindings/kafka/partitions").asInt())
                .isEqualTo(12);
        assertThat(document.at("/channels/events/messages").propertyNames())
                .containsExactlyInAnyOrder("sample.order.placed", "sample.order.counted");
        JsonNode placed = document.at("/components/messages/sample.order.placed");
        assertThat(placed.at("/payload/$ref").asString()).isEqualTo("schemas/sample.order.placed/2.json");
        assertThat(placed.at("/examples/0/payload/orderId").asString()).isEqualTo("ord_1");
        assertThat(placed.at("/x-visibility").asString()).isEqualTo("public");
        assertThat(document.at("/components/messages/sample.order.counted/x-visibility")
                        .asString())
                .isEqualTo("internal");
    }

    @Test
    void refersOnlyToWhatIsThere() {
        JsonNode document = asyncApi.document();
        List<String> references = document.findValuesAsString("$ref");

        assertThat(references).hasSizeGreaterThan(6);
        assertThat(references)
                .filteredOn(reference -> reference.startsWith("#"))
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void servesTheDocumentAndTheSchemasItRefersTo() throws Exception {
        var http = MockMvcBuilders.standaloneSetup(controller).build();

        http.perform(get("/asyncapi")).andExpect(jsonPath("$.info.title").exists());
        http.perform(get("/schemas/sample.order.placed/2.json"))
                .andExpect(jsonPath("$['$id']").value("/schemas/sample.order.placed/2.json"));
    }

    @Test
    void servesTheApiAsItStands() throws Exception {
        MockMvcBuilders.standaloneSetup(controller)
                .build()
                .perform(get("/v3/api-docs"))
                .andExpect(content().contentType(MediaType.APPLICATION_JSON))
                .andExpect(content().string(new ClassPathResource("contracts/openapi.json").getContentAsString(UTF_8)));
    }

    @Test
    void knowsNoOtherRevisionAndNoOtherEvent() {
        assertThatThrownBy(() -> controller.schema("sample.order.placed", 1)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> controller.schema("sample.order.lost", 1)).isInstanceOf(NotFound.class);
    }
}
