package io.guildhall.platform.event;

import java.util.List;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads the stored JSON of events. Unknown fields are ignored, since a newer writer may have added them; nothing
 * else is guessed: no number is read from a text or cut to a whole one, and no field stands twice.
 */
public final class EventCodec {

    private final JsonMapper mapper;

    public EventCodec(List<? extends JacksonModule> modules) {
        this.mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .addModules(List.copyOf(modules))
                .build();
    }

    public String write(Object event) {
        return mapper.writeValueAsString(event);
    }

    /** @throws tools.jackson.core.JacksonException when the JSON does not fit the type, also when it is {@code null} */
    public <T> T read(String json, Class<T> type) {
        T read = mapper.readValue(json, type);
        if (read == null) {
            throw MismatchedInputException.from(null, type, "The data is null");
        }
        return read;
    }
}
