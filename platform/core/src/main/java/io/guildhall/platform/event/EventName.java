package io.guildhall.platform.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name under which an event is stored and published for ever; the class may be renamed and moved. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventName {

    /** {@code <service>.<feature>.<fact>}, for instance {@code course.enrollment.lesson-completed}. */
    String value();

    /** Grows when optional fields are added; any other change is a new event name. */
    int revision() default 1;

    Visibility visibility() default Visibility.PUBLIC;
}
