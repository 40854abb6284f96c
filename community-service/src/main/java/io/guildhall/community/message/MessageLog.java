package io.guildhall.community.message;

import io.guildhall.platform.axon.Answer;
import io.guildhall.platform.axon.CommandContext;
import io.guildhall.platform.axon.Streams;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.CommitStore;
import io.guildhall.platform.log.LogPosition;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Appends what is said to the stream of its channel, and knows the sequence that it got. */
@Component
class MessageLog {

    private final Streams streams;
    private final CommitStore store;

    MessageLog(Streams streams, CommitStore store) {
        this.streams = streams;
        this.store = store;
    }

    /** @param commandId the same one again appends nothing again and answers the first sequence */
    Said append(String commandId, String memberId, MessageEvent event) {
        Answer answer = streams.append(
                CommandContext.of(commandId, memberId),
                MessageStream.TYPE,
                MessageStream.of(event.channelId()),
                List.of(event));
        LogPosition position = Objects.requireNonNull(answer.position());
        Commit commit = store.containing(position.number()).orElseThrow();
        return new Said(event.messageId(), commit.firstSequence());
    }
}
