package io.guildhall.platform.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;

/** Dependencies point to the root of the feature; features know each other by commands and events. */
final class LayerRules {

    private LayerRules() {}

    static void addTo(Map<String, ArchRule> rules, String basePackage) {
        rules.put(
                "dependenciesPointToTheFeatureRoot",
                classes()
                        .that()
                        .resideInAPackage(basePackage + "..")
                        .should(pointInward(basePackage))
                        .because("web, inbox, policies and read models stand on the feature's root, never back"));
    }

    private static ArchCondition<JavaClass> pointInward(String basePackage) {
        return new ArchCondition<>("depend only on what lies further in") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                    Place from = Place.of(basePackage, origin);
                    Place to = Place.of(basePackage, dependency.getTargetClass());
                    if (!from.mayDependOn(to)) {
                        events.add(SimpleConditionEvent.violated(
                                dependency, from + " -> " + to + ": " + dependency.getDescription()));
                    }
                }
            }
        };
    }
}
