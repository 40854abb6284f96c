package io.guildhall.platform.testing.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import io.guildhall.platform.event.EventType;
import io.guildhall.platform.privacy.Personal;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of an event, from its record: what is not {@code @Nullable} is required. */
final class EventSchemas {

    static final String REVISION = "x-revision";
    static final String VISIBILITY = "x-visibility";

    private static final SchemaGenerator GENERATOR = generator();

    private EventSchemas() {}

    static JsonNode of(EventType event) {
        ObjectNode schema;
        synchronized (GENERATOR) {
            schema = (ObjectNode) GENERATOR.generateSchema(event.type());
        }
        schema.put("$id", "/schemas/" + event.name() + "/" + event.revision() + ".json");
        schema.put("title", event.name());
        schema.put(REVISION, event.revision());
        schema.put(VISIBILITY, event.visibility().name().toLowerCase(Locale.ROOT));
        return ContractFiles.JSON.readTree(schema.toString());
    }

    private static SchemaGenerator generator() {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonSchemaModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE));
        config.forFields()
                .withRequiredCheck(field -> !nullable(field))
                .withNullableCheck(EventSchemas::nullable)
                .withInstanceAttributeOverride((schema, field, _) -> describePersonal(schema, field));
        config.forTypesInGeneral()
                .withStringFormatResolver(type -> type.getType().getErasedType() == Instant.class ? "date-time" : null)
                .withCustomDefinitionProvider((type, context) -> valueOf(type.getErasedType())
                        .map(value -> new CustomDefinition(context.createDefinition(
                                context.getTypeContext().resolve(value.getGenericReturnType()))))
                        .orElse(null));
        return new SchemaGenerator(config.build());
    }

    private static boolean nullable(FieldScope field) {
        return !field.isFakeContainerItemScope()
                && field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static void describePersonal(ObjectNode schema, FieldScope field) {
        Personal personal = field.getAnnotation(Personal.class);
        if (personal != null && !field.isFakeContainerItemScope()) {
            schema.put("x-personal", personal.subject());
            schema.put("description", "Sealed by a key of this person, or ‹erased›");
        }
    }

    /** The method whose result stands for a value in JSON. */
    private static Optional<Method> valueOf(Class<?> type) {
        return type.isEnum()
                ? Optional.empty()
                : Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(JsonValue.class))
                        .findFirst();
    }
}
