package io.guildhall.community.live.web;

import io.guildhall.community.live.ForeignOrigin;
import io.guildhall.community.live.Sockets;
import io.guildhall.platform.problem.BadField;
import io.guildhall.platform.security.Public;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The handshake: from our own pages only, and with nothing in the address but a ticket. */
@RestController
@Tag(name = "Chat")
class SocketController {

    private static final String TICKET = "ticket";

    private final Sockets sockets;
    private final String origin;

    SocketController(Sockets sockets, @Value("${guildhall.issuer}") URI issuer) {
        this.sockets = sockets;
        this.origin = issuer.getScheme() + "://" + issuer.getAuthority();
    }

    @GetMapping("/ws")
    @Public
    @Operation(
            summary = "Open the socket",
            description = "A WebSocket handshake with a ticket. Closes with 4401 when the ticket is not in order.")
    void open(
            @RequestParam(name = TICKET, required = false) @Nullable String ticket,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            throw BadField.header(HttpHeaders.UPGRADE, "required");
        }
        for (String parameter : request.getParameterMap().keySet()) {
            if (!parameter.equals(TICKET)) {
                throw BadField.header(parameter, "unknown-property");
            }
        }
        if (!origin.equals(request.getHeader(HttpHeaders.ORIGIN))) {
            throw new ForeignOrigin();
        }
        sockets.open(ticket, locale, request, response);
    }
}
