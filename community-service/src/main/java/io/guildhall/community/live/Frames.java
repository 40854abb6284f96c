package io.guildhall.community.live;

import io.guildhall.community.message.MessageEvent;
import io.guildhall.community.message.MessageEvent.MessageDeleted;
import io.guildhall.community.message.MessageEvent.MessageEdited;
import io.guildhall.community.message.MessageEvent.MessagePosted;
import io.guildhall.platform.event.EventCodec;
import io.guildhall.platform.event.EventRegistry;
import io.guildhall.platform.log.StoredEvent;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes what goes over the wire; reads as strictly as bodies of requests are read. */
@Component
class Frames {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private final EventRegistry registry;
    private final EventCodec codec;

    Frames(EventRegistry registry, EventCodec codec) {
        this.registry = registry;
        this.codec = codec;
    }

    /** @throws tools.jackson.core.JacksonException when it is no frame that we know */
    ClientFrame read(String text) {
        return JSON.readValue(text, ClientFrame.class);
    }

    static String write(ServerFrame frame) {
        return JSON.writeValueAsString(frame);
    }

    /** The message that a fact of a channel is about. */
    String messageId(StoredEvent stored) {
        return event(stored).messageId();
    }

    /**
     * A fact of a channel as its listeners are told of it.
     *
     * @param hidden messages whose texts are shown no more
     */
    String told(StoredEvent stored, Set<String> hidden) {
        MessageEvent event = event(stored);
        boolean shown = !hidden.contains(event.messageId());
        return write(
                switch (event) {
                    case MessagePosted posted ->
                        new ServerFrame.Message(
                                posted.channelId(),
                                stored.sequence(),
                                posted.messageId(),
                                posted.memberId(),
                                posted.localId(),
                                shown ? posted.body() : null,
                                stored.at());
                    case MessageEdited edited ->
                        new ServerFrame.Edited(
                                edited.channelId(),
                                stored.sequence(),
                                edited.messageId(),
                                edited.memberId(),
                                edited.editorId(),
                                shown ? edited.body() : null,
                                stored.at());
                    case MessageDeleted deleted ->
                        new ServerFrame.Deleted(
                                deleted.channelId(),
                                stored.sequence(),
                                deleted.messageId(),
                                deleted.memberId(),
                                deleted.deletedBy(),
                                stored.at());
                });
    }

    private MessageEvent event(StoredEvent stored) {
        Class<?> type = registry.byName(stored.name()).orElseThrow().type();
        return (MessageEvent) codec.read(stored.payload(), type);
    }
}
