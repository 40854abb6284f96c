package io.guildhall.platform.testing.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.axon.Snapshotted;
import io.guildhall.platform.event.EventName;
import io.guildhall.platform.follow.Policy;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.id.Ids;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.spring.stereotype.Aggregate;

/** What decides and what follows gives the same answer every time it is asked. */
final class ModelRules {

    private static final DescribedPredicate<JavaClass> FACT_DRIVEN =
            DescribedPredicate.describe("are aggregates, projections or policies", ModelRules::isFactDriven);

    private ModelRules() {}

    static void addTo(Map<String, ArchRule> rules) {
        rules.put(
                "timeAndChanceComeFromOutside",
                noClasses()
                        .that(FACT_DRIVEN)
                        .should()
                        .callMethodWhere(target(nameMatching("now|randomUUID|random|currentTimeMillis|nanoTime")))
                        .orShould()
                        .callMethodWhere(target(owner(belongToAnyOf(Ids.class))).and(target(nameMatching("next"))))
                        .orShould()
                        .callMethodWhere(target(owner(belongToAnyOf(ThreadLocalRandom.class, Clock.class))))
                        .orShould()
                        .callConstructorWhere(target(owner(belongToAnyOf(Random.class, UUID.class))))
                        .because("a repeated event or a replay must give the same answer"));
        rules.put(
                "aggregatesKnowNoMachinery",
                noClasses()
                        .that()
                        .areAnnotatedWith(Aggregate.class)
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(
                                "org.springframework.web..",
                                "org.springframework.data..",
                                "org.springframework.beans..",
                                "com.mongodb..",
                                "org.apache.kafka..",
                                "org.slf4j.."))
                        .because("they only decide; what they log would be logged again by each replay"));
        rules.put(
                "aggregatesAreSnapshotted",
                classes().that().areAnnotatedWith(Aggregate.class).should().beAnnotatedWith(Snapshotted.class));
        rules.put(
                "aggregatesAreNotPublic",
                noClasses().that().areAnnotatedWith(Aggregate.class).should().bePublic());
        rules.put(
                "commandsAndEventsAreRecords",
                classes()
                        .that()
                        .areAnnotatedWith(EventName.class)
                        .or(DescribedPredicate.describe("are commands or events", ModelRules::isVocabulary))
                        .should()
                        .beRecords());
        rules.put(
                "projectionsSendNoCommands",
                noClasses()
                        .that()
                        .areAnnotatedWith(Projection.class)
                        .should()
                        .dependOnClassesThat(belongToAnyOf(Commands.class))
                        .because("a rebuild would send them again"));
    }

    private static boolean isFactDriven(JavaClass type) {
        JavaClass outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        return outermost.isAnnotatedWith(Aggregate.class)
                || outermost.isAnnotatedWith(Projection.class)
                || outermost.isAnnotatedWith(Policy.class);
    }

    private static boolean isVocabulary(JavaClass type) {
        return type.getEnclosingClass()
                .filter(family -> family.isInterface() && family.getSimpleName().matches(".*(Command|Event)"))
                .isPresent();
    }
}
