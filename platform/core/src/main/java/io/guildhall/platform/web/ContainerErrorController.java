package io.guildhall.platform.web;

import io.guildhall.platform.problem.ProblemType;
import io.guildhall.platform.problem.Problems;
import io.guildhall.platform.security.Public;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Gives the problem body to what only the servlet container saw fail; asked for by name it is not there. */
@Controller
final class ContainerErrorController implements ErrorController {

    private final Problems problems;

    ContainerErrorController(Problems problems) {
        this.problems = problems;
    }

    @Public
    @RequestMapping("${spring.web.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception exception) {
            problems.answer(exception, request, response);
        } else {
            int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer sent ? sent : 404;
            problems.answer(ProblemType.ofStatus(status), request, response, request.getMethod());
        }
    }
}
