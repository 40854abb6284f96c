package io.guildhall.community.live;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes what goes over the wire; reads as strictly as bodies of requests are read. */
final class Frames {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private Frames() {}

    /** @throws tools.jackson.core.JacksonException when it is no frame that we know */
    static ClientFrame read(String text) {
        return JSON.readValue(text, ClientFrame.class);
    }

    static String write(ServerFrame frame) {
        return JSON.writeValueAsString(frame);
    }
}
