package io.guildhall.platform.testing.contract;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Writes into each schema of an answer which fields always have a value, and which may be {@code null}, as the records
 * say it. What a request must bring along is told by its limits.
 */
final class AnsweredFields implements ModelConverter, OpenApiCustomizer {

    private static final String NULL = "null";

    /** By the names of their schemas; of all contexts, since Swagger asks the converter of the newest for every one of them. */
    private static final Map<String, Set<Class<?>>> RECORDS = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        JavaType java = Json31.mapper().constructType(type.getType());
        if (schema != null && java != null && isOurs(java.getRawClass())) {
            nameOf(schema)
                    .ifPresent(name -> RECORDS.computeIfAbsent(name, _ -> ConcurrentHashMap.newKeySet())
                            .add(java.getRawClass()));
        }
        return schema;
    }

    @Override
    public void customise(OpenAPI api) {
        new Answers(api).schemas().forEach((name, schema) -> {
            Set<Class<?>> types = RECORDS.getOrDefault(name, Set.of());
            if (types.stream().map(AnsweredFields::shape).distinct().count() > 1) {
                throw new IllegalStateException("one name for two answers: " + types);
            }
            if (schema.getProperties() != null) {
                types.stream().findAny().ifPresent(type -> mark(schema, type));
            }
        });
    }

    private static boolean isOurs(Class<?> type) {
        return type.isRecord() && type.getPackage().isAnnotationPresent(NullMarked.class);
    }

    private static List<String> shape(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> component.getAnnotatedType() + " " + component.getName())
                .toList();
    }

    private static Optional<String> nameOf(Schema<?> schema) {
        String name = schema.getName() == null ? schema.get$ref() : schema.getName();
        return Optional.ofNullable(name).map(text -> text.substring(text.lastIndexOf('/') + 1));
    }

    private static void mark(Schema<?> schema, Class<?> type) {
        List<String> present = new ArrayList<>();
        schema.getProperties().replaceAll((field, of) -> {
            boolean mayBeNull = typeOf(type, field).isAnnotationPresent(Nullable.class);
            if (!mayBeNull) {
                present.add(field);
            }
            return mayBeNull ? orNull(of) : of;
        });
        schema.setRequired(present.isEmpty() ? null : present);
    }

    /** A field that is no component is a method's answer. */
    private static java.lang.reflect.AnnotatedType typeOf(Class<?> type, String field) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getName().equals(field))
                .map(RecordComponent::getAnnotatedType)
                .findAny()
                .or(() -> Arrays.stream(type.getMethods())
                        .filter(method -> method.getName().equals(field) && method.getParameterCount() == 0)
                        .map(Method::getAnnotatedReturnType)
                        .findAny())
                .orElseThrow(() -> new IllegalStateException(type + " has no field " + field));
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static Schema orNull(Schema schema) {
        if (schema.get$ref() != null) {
            Schema<?> nothing = new JsonSchema();
            nothing.addType(NULL);
            return new JsonSchema().anyOf(List.of(schema, nothing));
        }
        if (schema.getTypes() != null) {
            schema.addType(NULL);
        } else if (schema.getType() != null) {
            schema.setTypes(new LinkedHashSet<>(List.of(schema.getType(), NULL)));
        }
        if (schema.getEnum() != null && !schema.getEnum().contains(null)) {
            schema.getEnum().add(null);
        }
        return schema;
    }
}
