package io.guildhall.platform.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The rules that every service keeps. A service runs them all with
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> keepsTheRules() {
 *     return ArchitectureRules.of("io.guildhall.course");
 * }
 * }</pre>
 */
public final class ArchitectureRules {

    private ArchitectureRules() {}

    /** One test per rule over the classes of this package, without test classes. */
    public static Stream<DynamicTest> of(String basePackage) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage);
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("there are no classes in " + basePackage);
        }
        return Stream.concat(
                rules(basePackage).entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.getKey(),
                                () -> rule.getValue().allowEmptyShould(true).check(classes))),
                Stream.of(DynamicTest.dynamicTest(TextRules.NAME, () -> TextRules.check(basePackage))));
    }

    static Map<String, ArchRule> rules(String basePackage) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        LayerRules.addTo(rules, basePackage);
        ModelRules.addTo(rules);
        WiringRules.addTo(rules);
        HouseRules.addTo(rules, basePackage);
        return rules;
    }
}
