package io.guildhall.platform.axon;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The logical type under which an aggregate's state is kept; a snapshot of another name or revision is thrown away. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Snapshotted {

    /** {@code <service>.<aggregate>} */
    String name();

    /** Grows with every change of the fields or of what they mean. */
    int revision();
}
