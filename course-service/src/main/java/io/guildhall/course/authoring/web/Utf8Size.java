package io.guildhall.course.authoring.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text that is at most so many bytes long in UTF-8, and can be written in it. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Utf8Size.Check.class)
@interface Utf8Size {

    int max();

    String message() default "{course.utf8-size}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Half a surrogate pair has no UTF-8, and would come back as something else. */
    class Check implements ConstraintValidator<Utf8Size, String> {

        private int max;

        @Override
        public void initialize(Utf8Size size) {
            max = size.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null
                    || text.length() <= max
                            && StandardCharsets.UTF_8.newEncoder().canEncode(text)
                            && text.getBytes(StandardCharsets.UTF_8).length <= max;
        }
    }
}
