package io.guildhall.platform.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.springframework.data.mongodb.repository.Aggregation;
import org.springframework.data.mongodb.repository.Query;

/** What services owe each other and the house: no shared code, one JSON library, checked nulls, typed queries. */
final class HouseRules {

    private static final String HOUSE = "io.guildhall.";

    private HouseRules() {}

    static void addTo(Map<String, ArchRule> rules, String basePackage) {
        rules.put(
                "noServiceImportsAnother",
                noClasses()
                        .should()
                        .dependOnClassesThat(
                                describe("are of another service", type -> isOfAnotherService(type, basePackage)))
                        .because("services share contracts, not code"));
        rules.put(
                "jsonIsJackson3",
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core.."));
        rules.put(
                "queriesAreTyped",
                noMethods()
                        .should()
                        .beAnnotatedWith(Query.class)
                        .orShould()
                        .beAnnotatedWith(Aggregation.class)
                        .because("nobody checks a query inside a string"));
        rules.put("everyPackageIsNullMarked", classes().should(resideInANullMarkedPackage()));
    }

    private static boolean isOfAnotherService(JavaClass type, String basePackage) {
        String name = type.getPackageName() + ".";
        return name.startsWith(HOUSE) && !name.startsWith(HOUSE + "platform.") && !name.startsWith(basePackage + ".");
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage()
                        .tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                        .isPresent();
                if (!marked) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " stands in a package without @NullMarked"));
                }
            }
        };
    }
}
