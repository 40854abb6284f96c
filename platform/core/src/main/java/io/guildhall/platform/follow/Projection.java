package io.guildhall.platform.follow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * Keeps a read model from events. Its handlers are methods with Axon's {@code @EventHandler}: first parameter the event,
 * optional second one the {@link Fact}. It has no effect but on the documents it {@link #keeps}, so it can be rebuilt.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface Projection {

    /** Its name, kebab-case, unique in the service; its position is stored under it. */
    @AliasFor(annotation = Component.class)
    String value();

    /** Every document class that it writes. */
    Class<?>[] keeps();
}
