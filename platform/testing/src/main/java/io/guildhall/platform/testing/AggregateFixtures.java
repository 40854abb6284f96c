package io.guildhall.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.axon.SnapshotProbe;
import io.guildhall.platform.privacy.MasterKeys;
import io.guildhall.platform.privacy.Sealer;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** Tests of aggregates: given events, when a command, expect events; and that their state survives a snapshot. */
public final class AggregateFixtures {

    private AggregateFixtures() {}

    /** Axon's fixture for an aggregate; it also notices state that changes while a command decides. */
    public static <T> FixtureConfiguration<T> of(Class<T> aggregate) {
        return new AggregateTestFixture<>(aggregate);
    }

    /**
     * Checks that the state after these events is the same when a snapshot is taken and read: every field is stored, and
     * nothing else is needed. Give events that touch every field.
     */
    public static void survivesASnapshot(Class<?> aggregate, Object... events) {
        Object before = replayed(aggregate, events);
        Sealer sealer = new Sealer(MasterKeys.of(TestKeys.masterKeyFile()));
        Object after = SnapshotProbe.throughASnapshot(before, Servers.database(aggregate), sealer);
        assertThat(after).usingRecursiveComparison().isEqualTo(before);
        assertThat(before)
                .as("the state after the events, which is that of an aggregate without any")
                .usingRecursiveComparison()
                .isNotEqualTo(replayed(aggregate));
    }

    private static Object replayed(Class<?> aggregate, Object... events) {
        try {
            Constructor<?> constructor = aggregate.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object state = constructor.newInstance();
            for (Object event : events) {
                apply(state, event);
            }
            return state;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(aggregate.getSimpleName() + " does not take the events", e);
        }
    }

    private static void apply(Object state, Object event) throws ReflectiveOperationException {
        for (Method method : state.getClass().getDeclaredMethods()) {
            if (method.isAnnotationPresent(EventSourcingHandler.class)
                    && method.getParameterTypes()[0].isInstance(event)) {
                method.setAccessible(true);
                method.invoke(state, event);
                return;
            }
        }
        throw new AssertionError(state.getClass().getSimpleName() + " does not apply " + event);
    }
}
