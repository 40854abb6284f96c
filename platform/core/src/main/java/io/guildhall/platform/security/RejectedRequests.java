package io.guildhall.platform.security;

import io.guildhall.platform.problem.ProblemType;
import io.guildhall.platform.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Answers what the firewall stops before it reaches any rule: strange methods, encoded slashes and the like. */
final class RejectedRequests implements RequestRejectedHandler {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Problems problems;

    RejectedRequests(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException exception)
            throws IOException {
        if (METHODS.contains(request.getMethod())) {
            problems.answer(ProblemType.MALFORMED_REQUEST, request, response);
        } else {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", METHODS));
            problems.answer(ProblemType.METHOD_NOT_ALLOWED, request, response, request.getMethod());
        }
    }
}
