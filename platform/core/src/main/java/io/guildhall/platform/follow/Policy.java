package io.guildhall.platform.follow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/** When this happened, that is asked for: handlers as in {@link Projection}, which send commands and are never rebuilt. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface Policy {

    /** Its name, kebab-case, unique in the service; its position and its commands' ids rest on it. */
    @AliasFor(annotation = Component.class)
    String value();
}
