package io.guildhall.platform.event;

import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads the stored JSON of events; unknown fields are ignored, since a newer writer may have added them. */
public final class EventCodec {

    private final JsonMapper mapper;

    public EventCodec(List<? extends JacksonModule> modules) {
        this.mapper = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModules(List.copyOf(modules))
                .build();
    }

    public String write(Object event) {
        return mapper.writeValueAsString(event);
    }

    /** @throws tools.jackson.core.JacksonException when the JSON does not fit the type */
    public <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }
}
