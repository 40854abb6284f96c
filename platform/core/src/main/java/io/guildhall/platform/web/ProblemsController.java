package io.guildhall.platform.web;

import io.guildhall.platform.problem.Languages;
import io.guildhall.platform.problem.ProblemCatalogue;
import io.guildhall.platform.security.Public;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists what this service may answer instead of success, in the caller's language. */
@RestController
final class ProblemsController {

    private final ObjectProvider<ProblemCatalogue> catalogue;

    ProblemsController(ObjectProvider<ProblemCatalogue> catalogue) {
        this.catalogue = catalogue;
    }

    @Public
    @GetMapping("/problems")
    List<ProblemCatalogue.Entry> problems(HttpServletRequest request) {
        return catalogue.getObject().entries(Languages.of(request));
    }
}
