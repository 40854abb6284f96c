package io.guildhall.platform.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.guildhall.platform.axon.Snapshotted;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.junit.jupiter.api.Test;

class AggregateFixturesTest {

    private static final Planted PLANTED = new Planted("tree_1", Instant.parse("2026-01-01T00:00:00Z"));

    record Plant(@TargetAggregateIdentifier String treeId, Instant at) {}

    record Planted(String treeId, Instant at) {}

    @Snapshotted(name = "sample.tree", revision = 1)
    static class Tree {
        @AggregateIdentifier
        private String treeId = "";

        private final Set<String> rings = new HashSet<>();
        private final Map<String, Instant> plantings = new HashMap<>();

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        void handle(Plant command) {
            if (!plantings.containsKey(command.treeId())) {
                AggregateLifecycle.apply(new Planted(command.treeId(), command.at()));
            }
        }

        @EventSourcingHandler
        void on(Planted event) {
            treeId = event.treeId();
            rings.add("ring");
            plantings.put(treeId, event.at());
        }
    }

    @Snapshotted(name = "sample.forgetful-tree", revision = 1)
    static class ForgetfulTree {
        @AggregateIdentifier
        private String treeId = "";

        @JsonIgnore
        private boolean planted;

        @EventSourcingHandler
        void on(Planted event) {
            treeId = event.treeId();
            planted = !planted;
        }
    }

    static class UnnamedTree {
        private String treeId = "";

        @EventSourcingHandler
        void on(Planted event) {
            treeId = event.treeId();
        }

        String id() {
            return treeId;
        }
    }

    @Test
    void runsAnAggregate() {
        AggregateFixtures.of(Tree.class)
                .givenNoPriorActivity()
                .when(new Plant("tree_1", PLANTED.at()))
                .expectEvents(PLANTED);
    }

    @Test
    void isContentWithStateThatIsStoredWhole() {
        assertThatCode(() -> AggregateFixtures.survivesASnapshot(Tree.class, PLANTED))
                .doesNotThrowAnyException();
    }

    @Test
    void noticesAFieldThatASnapshotForgets() {
        assertThatThrownBy(() -> AggregateFixtures.survivesASnapshot(ForgetfulTree.class, PLANTED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("planted");
    }

    @Test
    void noticesAnAggregateThatHasNoSnapshot() {
        assertThatThrownBy(() -> AggregateFixtures.survivesASnapshot(UnnamedTree.class, PLANTED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not readable");
    }

    @Test
    void noticesEventsThatChangeNothing() {
        assertThatThrownBy(() -> AggregateFixtures.survivesASnapshot(Tree.class))
                .isInstanceOf(AssertionError.class);
    }
}
