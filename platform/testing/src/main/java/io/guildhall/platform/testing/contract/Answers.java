package io.guildhall.platform.testing.contract;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the schemas of which an API's answers are made. */
final class Answers {

    private final OpenAPI api;
    private final Map<String, Schema<?>> found = new LinkedHashMap<>();

    Answers(OpenAPI api) {
        this.api = api;
    }

    /** Those with a name, by it. */
    Map<String, Schema<?>> schemas() {
        api.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(Collection::stream)
                .flatMap(operation -> operation.getResponses().values().stream())
                .map(ApiResponse::getContent)
                .filter(Objects::nonNull)
                .map(Content::values)
                .flatMap(Collection::stream)
                .map(MediaType::getSchema)
                .forEach(this::follow);
        return found;
    }

    private void follow(@Nullable Schema<?> schema) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            String name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
            Schema<?> named = api.getComponents().getSchemas().get(name);
            if (named != null && found.putIfAbsent(name, named) == null) {
                follow(named);
            }
        }
        parts(schema).forEach(this::follow);
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static Stream<Schema<?>> parts(Schema schema) {
        Stream<Schema<?>> alone = Stream.of(schema.getItems(), (Schema<?>)
                (schema.getAdditionalProperties() instanceof Schema values ? values : null));
        Stream<Collection<Schema<?>>> many = Stream.of(
                schema.getProperties() == null ? null : schema.getProperties().values(),
                schema.getAllOf(),
                schema.getAnyOf(),
                schema.getOneOf());
        return Stream.concat(alone, many.filter(Objects::nonNull).flatMap(Collection::stream))
                .filter(Objects::nonNull);
    }
}
