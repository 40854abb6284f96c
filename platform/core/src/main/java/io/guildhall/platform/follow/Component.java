package io.guildhall.platform.follow;

import io.guildhall.platform.event.EventCodec;
import java.util.Set;

/**
 * A projection or policy of this service and what it hears.
 *
 * @param keeps the documents of a projection; none for a policy
 */
record Component(String name, Handlers handlers, Set<Class<?>> keeps) {

    static Component of(Object bean, EventCodec codec) {
        Projection projection = bean.getClass().getAnnotation(Projection.class);
        if (projection != null) {
            Edition first = Edition.of(projection.value(), Edition.FIRST);
            Handlers handlers = new Handlers(bean, codec).on(first);
            return new Component(projection.value(), handlers, Set.of(projection.keeps()));
        }
        Policy policy = bean.getClass().getAnnotation(Policy.class);
        if (policy == null) {
            throw new IllegalStateException(bean.getClass().getName() + " is neither projection nor policy");
        }
        return new Component(policy.value(), new Handlers(bean, codec), Set.of());
    }

    /** An edition of this projection, which follows events by itself. */
    Component edition(Edition edition) {
        return new Component(edition.follower(), handlers.on(edition), keeps);
    }

    boolean isProjection() {
        return !keeps.isEmpty();
    }
}
