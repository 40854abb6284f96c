package io.guildhall.platform.web;

import io.guildhall.platform.problem.ProblemType;
import io.guildhall.platform.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Gives the problem body to requests so broken that Tomcat turns them away before any application sees them. */
final class ContainerErrorValve extends ErrorReportValve {

    private final Problems problems;

    ContainerErrorValve(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0) {
            return;
        }
        try {
            problems.answer(
                    ProblemType.ofStatus(response.getStatus()), request, response, String.valueOf(request.getMethod()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
