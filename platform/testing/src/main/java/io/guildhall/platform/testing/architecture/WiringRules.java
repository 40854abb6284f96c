package io.guildhall.platform.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.guildhall.platform.follow.Heard;
import io.guildhall.platform.follow.Policy;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.security.Operator;
import io.guildhall.platform.security.Public;
import io.guildhall.platform.security.RoleIn;
import io.guildhall.platform.security.SignedIn;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What looks like a handler or an endpoint is one, and every endpoint says who may call it. */
final class WiringRules {

    private static final List<Class<? extends Annotation>> WHO_MAY =
            List.of(Public.class, SignedIn.class, RoleIn.class, Operator.class);
    private static final DescribedPredicate<JavaClass> FOLLOWERS = describe(
            "projections or policies",
            type -> type.isAnnotatedWith(Projection.class) || type.isAnnotatedWith(Policy.class));
    private static final DescribedPredicate<JavaClass> CONTROLLERS =
            describe("controllers", type -> type.isMetaAnnotatedWith(Controller.class));

    private WiringRules() {}

    static void addTo(Map<String, ArchRule> rules) {
        handlers(rules);
        rules.put(
                "everyEndpointSaysWhoMayCallIt",
                methods()
                        .that()
                        .areDeclaredInClassesThat(CONTROLLERS)
                        .and()
                        .areMetaAnnotatedWith(RequestMapping.class)
                        .should(sayWhoMayCall()));
        rules.put(
                "controllersAreNotPublic",
                noClasses().that(CONTROLLERS).should().bePublic());
        rules.put(
                "whatWeHearStandsInAnInbox",
                classes()
                        .that()
                        .areAnnotatedWith(Heard.class)
                        .should()
                        .resideInAPackage("..inbox")
                        .andShould()
                        .beRecords());
    }

    private static void handlers(Map<String, ArchRule> rules) {
        rules.put("everyFollowerHandlesWhatItNames", named("on", FOLLOWERS, EventHandler.class));
        rules.put(
                "everyAggregateAppliesWhatItNames",
                named("on", describe("aggregates", WiringRules::isAggregate), EventSourcingHandler.class));
        rules.put(
                "everyAggregateHandlesWhatItNames",
                named("handle", describe("aggregates", WiringRules::isAggregate), CommandHandler.class));
        rules.put(
                "eventsAreHandledByFollowersOnly",
                methods().that().areAnnotatedWith(EventHandler.class).should().beDeclaredInClassesThat(FOLLOWERS));
    }

    private static ArchRule named(String name, DescribedPredicate<JavaClass> where, Class<? extends Annotation> wired) {
        return methods()
                .that()
                .areDeclaredInClassesThat(where)
                .and()
                .haveName(name)
                .and()
                .areNotPrivate()
                .should()
                .beMetaAnnotatedWith(wired);
    }

    private static boolean isAggregate(JavaClass type) {
        return type.isAnnotatedWith(Aggregate.class);
    }

    private static ArchCondition<JavaMethod> sayWhoMayCall() {
        return new ArchCondition<>("bear exactly one of @Public, @SignedIn, @RoleIn, @Operator, or their class does") {
            @Override
            public void check(JavaMethod endpoint, ConditionEvents events) {
                long own = answers(endpoint);
                long ofClass = answers(endpoint.getOwner());
                if (own > 1 || (own == 0 && ofClass != 1)) {
                    events.add(SimpleConditionEvent.violated(
                            endpoint, endpoint.getFullName() + " bears " + own + ", its class " + ofClass));
                }
            }
        };
    }

    private static long answers(CanBeAnnotated element) {
        return WHO_MAY.stream().filter(element::isAnnotatedWith).count();
    }
}
