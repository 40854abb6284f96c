package io.guildhall.platform.web;

import io.guildhall.platform.follow.ReadPositions;
import io.guildhall.platform.log.LogPosition;
import io.guildhall.platform.problem.BadField;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a read wait, for two seconds at most, until this service's read models know the position it was sent with. */
final class ReadAfterInterceptor implements HandlerInterceptor {

    static final String AFTER = "Guildhall-After";

    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final ObjectProvider<ReadPositions> positions;

    ReadAfterInterceptor(ObjectProvider<ReadPositions> positions) {
        this.positions = positions;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String after = request.getHeader(AFTER);
        if (after != null && HttpMethod.GET.matches(request.getMethod())) {
            LogPosition position = parse(after);
            positions.ifAvailable(reached -> reached.await(position, LONGEST));
        }
        return true;
    }

    private static LogPosition parse(String text) {
        try {
            return LogPosition.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw BadField.header(AFTER, "invalid-position");
        }
    }
}
