package io.guildhall.community.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a request into a WebSocket for who shows a ticket. */
@Component
public class Sockets {

    /** Of each connection, twice; a message is put together from parts of this size. */
    private static final int PART = 1024;

    private final Tickets tickets;
    private final Dialogue dialogue;
    private final Refusals refusals;
    private final Connections connections;
    private final LiveProperties properties;

    Sockets(Tickets tickets, Dialogue dialogue, Refusals refusals, Connections connections, LiveProperties properties) {
        this.tickets = tickets;
        this.dialogue = dialogue;
        this.refusals = refusals;
        this.connections = connections;
        this.properties = properties;
    }

    /** Opens the socket in any case: a browser sees why it was closed, but not why it was never opened. */
    public void open(@Nullable String ticket, Locale locale, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Visitor visitor = ticket == null ? null : tickets.take(ticket).orElse(null);
        var container = (ServerContainer)
                Objects.requireNonNull(request.getServletContext().getAttribute(ServerContainer.class.getName()));
        container.setDefaultMaxTextMessageBufferSize(PART);
        container.setDefaultMaxBinaryMessageBufferSize(PART);
        var endpoint = new ChatEndpoint(this, visitor, locale);
        var config = ServerEndpointConfig.Builder.create(ChatEndpoint.class, request.getRequestURI())
                .configurator(new Ready(endpoint))
                .build();
        try {
            container.upgradeHttpToWebSocket(request, response, config, Map.of());
        } catch (DeploymentException e) {
            throw new IllegalStateException(e);
        }
    }

    LiveProperties properties() {
        return properties;
    }

    Intake intake(Connection connection) {
        return new Intake(connection, dialogue, refusals, properties);
    }

    void opened(Connection connection) {
        connections.add(connection);
    }

    void closed(Connection connection) {
        connections.remove(connection);
        dialogue.end(connection);
    }

    /** Hands the container the endpoint that is there already. */
    private static final class Ready extends ServerEndpointConfig.Configurator {

        private final Endpoint endpoint;

        Ready(Endpoint endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public <T> T getEndpointInstance(Class<T> type) {
            return type.cast(endpoint);
        }

        /** None: compressing for each of a thousand listeners costs more memory and time than it saves on the wire. */
        @Override
        public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
            return List.of();
        }
    }
}
