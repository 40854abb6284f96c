package io.guildhall.community.message;

import io.guildhall.community.message.MessageEvent.MessagePosted;
import io.guildhall.platform.axon.Answer;
import io.guildhall.platform.axon.CommandContext;
import io.guildhall.platform.axon.Streams;
import io.guildhall.platform.event.EventCodec;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.log.LogPosition;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Appends what is said to the stream of its channel, and knows the sequence that it got. */
@Component
class MessageLog {

    private final Streams streams;
    private final EventLogs logs;
    private final EventCodec codec;

    MessageLog(Streams streams, EventLogs logs, EventCodec codec) {
        this.streams = streams;
        this.logs = logs;
        this.codec = codec;
    }

    /** @throws LocalIdTaken when the author said something else under this id before */
    Said post(String commandId, MessagePosted event) {
        Commit commit = commit(commandId, event.memberId(), event);
        var said = codec.read(commit.events().getFirst().payload(), MessagePosted.class);
        if (said.body() != null && !said.body().equals(event.body())) {
            throw new LocalIdTaken(event.localId());
        }
        return new Said(event.messageId(), commit.firstSequence());
    }

    /** @param commandId the same one again appends nothing again and answers the first sequence */
    Said append(String commandId, String memberId, MessageEvent event) {
        return new Said(event.messageId(), commit(commandId, memberId, event).firstSequence());
    }

    private Commit commit(String commandId, String memberId, MessageEvent event) {
        Answer answer = streams.append(
                CommandContext.of(commandId, memberId),
                MessageStream.TYPE,
                MessageStream.of(event.channelId()),
                List.of(event));
        LogPosition position = Objects.requireNonNull(answer.position());
        return logs.containing(position).orElseThrow();
    }
}
