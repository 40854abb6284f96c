package io.guildhall.community.live;

import io.guildhall.community.live.ServerFrame.Hello;
import io.guildhall.platform.id.Ids;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One WebSocket from its handshake to its end. */
final class ChatEndpoint extends Endpoint {

    private static final Logger LOG = LoggerFactory.getLogger(ChatEndpoint.class);

    /** After so many unanswered heartbeats nobody is there any more. */
    private static final int LOST_AFTER = 3;

    private static final Duration LONGEST_WRITE = Duration.ofSeconds(10);

    private final Sockets sockets;
    private final @Nullable Visitor visitor;
    private final Locale locale;
    private @Nullable Connection connection;

    /** @param visitor nobody when the ticket was not in order */
    ChatEndpoint(Sockets sockets, @Nullable Visitor visitor, Locale locale) {
        this.sockets = sockets;
        this.visitor = visitor;
        this.locale = locale;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        if (visitor == null) {
            refuse(session);
            return;
        }
        LiveProperties properties = sockets.properties();
        long silence = properties.heartbeat().multipliedBy(LOST_AFTER).toMillis();
        session.getUserProperties().put("org.apache.tomcat.websocket.READ_IDLE_TIMEOUT_MS", silence);
        session.getUserProperties().put("org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT", LONGEST_WRITE.toMillis());
        var wire = new Wire(session, properties.queue(), properties.heartbeat());
        var opened = new Connection(Ids.next("con"), visitor, locale, wire);
        connection = opened;
        opened.send(new Hello(
                opened.id(),
                visitor.memberId(),
                visitor.communityId(),
                properties.heartbeat().toMillis()));
        session.addMessageHandler(sockets.intake(opened));
        sockets.opened(opened);
        wire.start();
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        if (connection != null) {
            connection.wire().gone();
            sockets.closed(connection);
        }
    }

    @Override
    public void onError(Session session, Throwable failure) {
        LOG.debug("A connection failed: {}", failure.toString());
    }

    private static void refuse(Session session) {
        try {
            session.close(Closing.TICKET.reason());
        } catch (IOException lost) {
            LOG.debug("A refused connection was lost: {}", lost.toString());
        }
    }
}
