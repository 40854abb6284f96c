package io.guildhall.platform.privacy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text that belongs to a person: stored sealed by that person's key of this service, read as {@code ‹erased›} once the
 * key is destroyed. Stands on String components of records.
 */
@Documented
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Personal {

    /** The name of the component of the same record that holds the person's id. */
    String subject();

    /** Separates keys of one person that are destroyed at different times, such as {@code invoice}; letters and dashes. */
    String purpose() default "";
}
