package io.guildhall.platform.contract;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.event.EventRegistry;
import io.guildhall.platform.event.EventType;
import io.guildhall.platform.publish.EventRecords;
import io.guildhall.platform.publish.Extensions;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the AsyncAPI 3 document of a service: its topic, and each event as a message on it. */
final class AsyncApi {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ServiceName service;
    private final EventRegistry events;
    private final ContractResources resources;

    AsyncApi(ServiceName service, EventRegistry events, ContractResources resources) {
        this.service = service;
        this.events = events;
        this.resources = resources;
    }

    ObjectNode document() {
        ObjectNode document = NODES.objectNode();
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Events of Guildhall's " + service + "-service")
                .put("version", "1")
                .put("description", "Events only gain optional fields; any other change is a new event name.");
        document.put("defaultContentType", "application/json");
        document.set("channels", NODES.objectNode().set("events", channel()));
        document.set("operations", NODES.objectNode().set("publish", operation()));
        document.set("components", components());
        return document;
    }

    private ObjectNode channel() {
        ObjectNode channel = NODES.objectNode();
        channel.put("address", service.topic());
        ObjectNode messages = channel.putObject("messages");
        events.all().forEach(event -> messages.set(event.name(), reference("#/components/messages/" + event.name())));
        channel.putObject("bindings").putObject("kafka").put("partitions", EventRecords.PARTITIONS);
        return channel;
    }

    private ObjectNode operation() {
        ObjectNode operation = NODES.objectNode();
        operation.put("action", "send");
        operation.set("channel", reference("#/channels/events"));
        ArrayNode messages = operation.putArray("messages");
        events.all().forEach(event -> messages.add(reference("#/channels/events/messages/" + event.name())));
        return operation;
    }

    private ObjectNode components() {
        ObjectNode components = NODES.objectNode();
        ObjectNode messages = components.putObject("messages");
        events.all().forEach(event -> messages.set(event.name(), message(event)));
        components.putObject("messageTraits").set("cloudEvent", cloudEvent());
        return components;
    }

    private ObjectNode message(EventType event) {
        ObjectNode message = NODES.objectNode();
        message.put("name", event.name());
        message.put("contentType", "application/json");
        message.put("x-revision", event.revision());
        message.put("x-visibility", event.visibility().name().toLowerCase(Locale.ROOT));
        message.putArray("traits").add(reference("#/components/messageTraits/cloudEvent"));
        resources
                .schema(event.name())
                .ifPresent(_ -> message.set(
                        "payload", reference("schemas/" + event.name() + "/" + event.revision() + ".json")));
        resources
                .example(event.name())
                .ifPresent(example -> message.putArray("examples").addObject().set("payload", example));
        return message;
    }

    /** CloudEvents 1.0 in binary mode: attributes are Kafka headers {@code ce_…}, the key is the stream's id. */
    private static ObjectNode cloudEvent() {
        ObjectNode trait = NODES.objectNode();
        ObjectNode headers = trait.putObject("headers").put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        header(properties, "ce_specversion", "1.0");
        header(properties, "ce_type", "The event's name");
        header(properties, "ce_id", "The event's id, the same in log and topic");
        header(properties, "ce_source", "The service");
        header(properties, "ce_subject", "The id of the stream");
        header(properties, "ce_time", "When it was recorded");
        header(properties, "ce_" + Extensions.LOG, "The log it comes from");
        header(properties, "ce_" + Extensions.POSITION, "Its position in that log");
        header(
                properties,
                "ce_" + Extensions.PREVIOUS,
                "The position of the event of its log before it in the same partition");
        header(properties, "ce_" + Extensions.SEQUENCE, "Its place in its stream");
        header(properties, "ce_" + Extensions.REVISION, "The revision of its schema");
        header(
                properties,
                "ce_" + Extensions.COMMIT,
                "The position of the first event that was stored with it; absent before it was told");
        header(properties, "ce_" + Extensions.COMMAND, "The command that stored it; absent before it was told");
        header(properties, "ce_" + Extensions.STREAM_TYPE, "What kind of stream it is in; absent before it was told");
        header(properties, "ce_" + Extensions.COMMUNITY, "The community it belongs to, if any");
        header(properties, "ce_" + Extensions.VALID_TIME, "When it became true, where that is not ce_time");
        trait.putObject("bindings")
                .putObject("kafka")
                .putObject("key")
                .put("type", "string")
                .put("description", "The id of the stream");
        return trait;
    }

    private static void header(ObjectNode headers, String name, String description) {
        headers.putObject(name).put("type", "string").put("description", description);
    }

    private static ObjectNode reference(String target) {
        return NODES.objectNode().put("$ref", target);
    }
}
