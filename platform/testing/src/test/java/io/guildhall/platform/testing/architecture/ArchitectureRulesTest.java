package io.guildhall.platform.testing.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule is seen to fail on classes that break it, and none fails on classes that keep them all. */
class ArchitectureRulesTest {

    private static final String HERE = ArchitectureRulesTest.class.getPackageName();
    private static final String GOOD = HERE + ".good";
    private static final JavaClasses ALL = new ClassFileImporter().importPackages(HERE);

    static Set<String> names() {
        return ArchitectureRules.rules(GOOD).keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void refusesEveryBadExample(String name) {
        String bad = HERE + ".bad." + name.toLowerCase(Locale.ROOT);
        JavaClasses classes = in(bad);
        ArchRule rule = rule(bad, name);

        assertThat(classes).isNotEmpty();
        List<String> violations = rule.evaluate(classes).getFailureReport().getDetails();
        assertThat(violations).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void acceptsTheGoodExampleAndMeetsItsClasses(String name) {
        JavaClasses classes = in(GOOD);

        assertThatCode(() -> rule(GOOD, name).check(classes)).doesNotThrowAnyException();
    }

    @Test
    void reportsEachWayToBringTimeOrChanceIn() {
        String bad = HERE + ".bad.timeandchancecomefromoutside";
        String report = rule(bad, "timeAndChanceComeFromOutside")
                .evaluate(in(bad))
                .getFailureReport()
                .toString();

        assertThat(report).contains("ClockReading", "IdMaking", "DiceThrowing", "HiddenInside");
    }

    @Test
    void reportsBothASilentAndATwofoldEndpoint() {
        String bad = HERE + ".bad.everyendpointsayswhomaycallit";
        String report = rule(bad, "everyEndpointSaysWhoMayCallIt")
                .evaluate(in(bad))
                .getFailureReport()
                .toString();

        assertThat(report).contains("SilentController", "TwofoldController");
    }

    @Test
    void refusesAPackageWithoutClasses() {
        assertThatThrownBy(() -> ArchitectureRules.of("io.guildhall.nowhere"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static JavaClasses in(String basePackage) {
        return ALL.that(resideInAPackage(basePackage + ".."));
    }

    private static ArchRule rule(String basePackage, String name) {
        return Objects.requireNonNull(ArchitectureRules.rules(basePackage).get(name));
    }
}
