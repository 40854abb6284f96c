package io.guildhall.community.live;

import io.guildhall.community.message.MessageEvent;
import io.guildhall.community.message.MessageStream;
import io.guildhall.platform.event.EventCodec;
import io.guildhall.platform.event.EventRegistry;
import io.guildhall.platform.follow.PassingFailure;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.StoredEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads the facts of channels as they lie in the log; one that cannot be read stops nobody, and is counted. */
@Component
class ChannelFacts {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelFacts.class);

    private final EventRegistry registry;
    private final EventCodec codec;
    private final Counter unreadable;

    ChannelFacts(EventRegistry registry, EventCodec codec, MeterRegistry meters) {
        this.registry = registry;
        this.codec = codec;
        this.unreadable = Counter.builder("guildhall.chat.unreadable")
                .description("Facts of channels that could not be read and were told as such; to alert on")
                .register(meters);
    }

    /** @throws RuntimeException that {@linkplain PassingFailure passes}: the facts are to be read again */
    List<ChannelFact> of(Commit commit) {
        String channelId = MessageStream.channelOf(commit.streamId());
        return commit.events().stream()
                .map(stored -> new ChannelFact(channelId, stored, read(stored)))
                .toList();
    }

    private @Nullable MessageEvent read(StoredEvent stored) {
        try {
            Class<?> type = registry.byName(stored.name()).orElseThrow().type();
            var event = (MessageEvent) codec.read(stored.payload(), type);
            Objects.requireNonNull(event.messageId());
            return event;
        } catch (RuntimeException failure) {
            if (PassingFailure.is(failure)) {
                throw failure;
            }
            LOG.error("{} ({}) cannot be read", stored.id(), stored.name(), failure);
            unreadable.increment();
            return null;
        }
    }
}
