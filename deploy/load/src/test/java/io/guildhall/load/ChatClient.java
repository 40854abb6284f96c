package io.guildhall.load;

import io.guildhall.local.client.GuildhallClient;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One member's socket, through the gateway, that listens to one channel. */
final class ChatClient implements AutoCloseable {

    private final String channel;
    private final RawSocket socket;

    /** Opens a socket with a ticket and subscribes to everything behind a sequence. */
    ChatClient(GuildhallClient member, String community, String channel, long afterSequence) {
        this.channel = channel;
        socket = RawSocket.of(member, community);
        socket.await("hello");
        socket.send(Map.of("type", "subscribe", "channel", channel, "afterSeq", afterSequence));
        socket.await("state");
    }

    void say(String localId, String body) {
        socket.say(channel, localId, body);
    }

    /** What was said, as it came, by sequence. */
    List<Long> sequences() {
        return messages().map(frame -> frame.path("sequence").asLong()).toList();
    }

    List<String> bodies() {
        return messages().map(frame -> frame.path("body").asString()).toList();
    }

    /** Whether the server said that the member may listen no more. */
    boolean accessEnded() {
        return !socket.of("access-ended").isEmpty();
    }

    /** A line that breaks: nobody says goodbye. */
    void drop() {
        socket.close();
    }

    private Stream<JsonNode> messages() {
        return socket.of("message").stream();
    }

    @Override
    public void close() {
        socket.close();
    }
}
