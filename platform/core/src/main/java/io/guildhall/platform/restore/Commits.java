package io.guildhall.platform.restore;

import io.guildhall.platform.follow.ReceivedEvent;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts events together to the commits that they were. Records from before commits were told are each a commit of their own,
 * save those of one plain append, whose ids tell their command; a command that was repeated is then known by its event
 * alone.
 */
final class Commits {

    private static final Pattern APPENDED = Pattern.compile("(.+)#[0-9]+");

    private final Function<String, Optional<Commit>> lastOf;
    private final List<ReceivedEvent> open = new ArrayList<>();
    private long previous;

    /**
     * @param previous the position of the commit that the first one follows, 0 for none
     * @param lastOf the last commit of a stream, as far as the log has it
     */
    Commits(long previous, Function<String, Optional<Commit>> lastOf) {
        this.previous = previous;
        this.lastOf = lastOf;
    }

    /** @return the commit that ended before this event, where one did */
    Optional<Commit> add(ReceivedEvent event) {
        if (open.isEmpty() || belongs(event)) {
            requireBegun(event);
            open.add(event);
            return Optional.empty();
        }
        Optional<Commit> ended = end();
        requireBegun(event);
        open.add(event);
        return ended;
    }

    /** The last commit; one of which only the first events were published comes back with these. */
    Optional<Commit> end() {
        if (open.isEmpty()) {
            return Optional.empty();
        }
        ReceivedEvent first = open.getFirst();
        List<StoredEvent> events = open.stream().map(ReceivedEvent::event).toList();
        var commit = new Commit(
                first.position(),
                previous,
                first.streamId(),
                first.event().sequence(),
                commandOf(first),
                type(first),
                first.community(),
                events);
        previous = commit.position();
        open.clear();
        return Optional.of(commit);
    }

    private boolean belongs(ReceivedEvent event) {
        ReceivedEvent first = open.getFirst();
        return first.streamId().equals(event.streamId())
                && (event.commit() == 0
                        ? first.commit() == 0 && commandOf(event).equals(commandOf(first))
                        : event.commit() == first.position());
    }

    private void requireBegun(ReceivedEvent event) {
        long begun = open.isEmpty() ? event.position() : open.getFirst().position();
        if (event.commit() != 0 && event.commit() != begun) {
            throw new NotRestorable("Position %d is of a commit that began at %d, where another one stands"
                    .formatted(event.position(), event.commit()));
        }
    }

    private static String commandOf(ReceivedEvent event) {
        String told = event.commandId();
        if (told != null) {
            return told;
        }
        Matcher appended = APPENDED.matcher(event.event().id());
        return appended.matches() ? appended.group(1) : event.event().id();
    }

    /** The stream knows its type; a new one is called as the middle of its events' names. */
    private String type(ReceivedEvent event) {
        String told = event.type();
        return told != null
                ? told
                : lastOf.apply(event.streamId()).map(Commit::type).orElseGet(() -> named(event));
    }

    private static String named(ReceivedEvent event) {
        StringBuilder type = new StringBuilder();
        for (String word : event.event().name().split("\\.")[1].split("-")) {
            type.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return type.toString();
    }
}
