package io.guildhall.platform.follow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Our own small record of an event that another service publishes, with only the fields that we use. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Heard {

    /** The published name: {@code <service>.<feature>.<fact>}. */
    String value();
}
