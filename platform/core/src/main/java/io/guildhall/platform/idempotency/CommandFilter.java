package io.guildhall.platform.idempotency;

import io.guildhall.platform.axon.CommandContext;
import io.guildhall.platform.axon.CurrentCommand;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.problem.BadField;
import io.guildhall.platform.problem.TraceId;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.CurrentEndpoint;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request that may change something its command context, and keeps the promise of an
 * {@code Idempotency-Key}. It stands behind the authorization, so a key neither opens a door nor remembers that it was
 * closed.
 */
final class CommandFilter extends OncePerRequestFilter {

    static final String KEY = "Idempotency-Key";

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final KeyedRequests keyed;

    CommandFilter(KeyedRequests keyed) {
        this.keyed = keyed;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String actor = Actor.find().map(Actor::id).orElse(null);
        String key = CurrentEndpoint.isOurs(request) ? key(request) : null;
        if (key == null) {
            run(Ids.next("cmd"), actor, request, response, chain);
            return;
        }
        BufferedRequest buffered = new BufferedRequest(request);
        KeyedRequest wish = KeyedRequest.of(
                actor, request.getMethod(), request.getRequestURI(), request.getQueryString(), key, buffered.body());
        keyed.answer(wish, buffered, response, answer -> {
            RequestIds.begin(wish.commandId());
            try {
                run(wish.commandId(), actor, buffered, answer, chain);
            } finally {
                RequestIds.end();
            }
        });
    }

    private static void run(
            String commandId,
            @Nullable String actor,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        CurrentCommand.begin(new CommandContext(commandId, actor, null, TraceId.of(request), null, null));
        try {
            var positioned = new PositionedResponse(response);
            chain.doFilter(request, positioned);
            positioned.complete();
        } finally {
            CurrentCommand.end();
        }
    }

    private static @Nullable String key(HttpServletRequest request) {
        List<String> sent = Collections.list(request.getHeaders(KEY));
        if (sent.isEmpty()) {
            return null;
        }
        if (sent.size() > 1 || !VISIBLE.matcher(sent.getFirst()).matches()) {
            throw BadField.header(KEY, "invalid-key");
        }
        return sent.getFirst();
    }
}
