package io.guildhall.platform.axon;

import io.guildhall.platform.event.InCommunity;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.Draft;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.log.Outcome.Conflict;
import io.guildhall.platform.log.Outcome.Repeated;
import io.guildhall.platform.log.Outcome.Stored;
import io.guildhall.platform.log.StoredEvent;
import java.util.ArrayList;
import java.util.List;

/** Plain streams: what is appended takes whatever sequence is next, so no aggregate decides and nobody conflicts. */
public final class Streams {

    private final Appending appending;
    private final EventLogs logs;

    Streams(Appending appending, EventLogs logs) {
        this.appending = appending;
        this.logs = logs;
    }

    /**
     * Appends events to one stream in one commit, on behalf of the current request.
     *
     * @param type what kind of stream it is
     */
    public Answer append(String type, String streamId, List<? extends InCommunity> events) {
        CurrentCommand current = CurrentCommand.get();
        Answer answer = append(current.next(), type, streamId, events);
        current.stored(answer.position());
        return answer;
    }

    public Answer append(CommandContext context, String type, String streamId, List<? extends InCommunity> events) {
        List<StoredEvent> stored = new ArrayList<>(events.size());
        for (InCommunity event : events) {
            stored.add(appending.stored(context.commandId() + "#" + stored.size(), 0, event, context));
        }
        var draft = new Draft(
                streamId, Draft.NEXT, context.commandId(), type, Appending.community(events.getFirst()), stored);
        return switch (appending.append(draft)) {
            case Stored(Commit commit) -> new Answer(logs.position(commit), false);
            case Repeated(Commit commit) -> new Answer(logs.position(commit), true);
            case Conflict(String stream, long _) ->
                throw new IllegalStateException("A plain stream never conflicts: " + stream);
        };
    }
}
