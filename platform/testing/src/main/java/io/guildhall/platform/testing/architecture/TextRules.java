package io.guildhall.platform.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.problem.ProblemCatalogue;
import io.guildhall.platform.problem.ProblemTexts;
import io.guildhall.platform.problem.ProblemType;
import java.util.List;

/** What clients are told is told in every language. */
final class TextRules {

    static final String NAME = "everyRefusalIsToldInEveryLanguage";

    private TextRules() {}

    /** Every refusal below the package has title and detail in each bundle, and can tell its status. */
    static void check(String basePackage) {
        List<String> problems = ProblemCatalogue.types(List.of(basePackage)).stream()
                .map(ProblemType::name)
                .toList();
        assertThat(ProblemTexts.gaps(problems)).as("missing texts of problems").isEmpty();
    }
}
