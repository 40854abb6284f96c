package io.guildhall.platform.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;

/** Turns what bean validation found into a pointer, a code and a text per field; never shows the refused value. */
final class Invalid {

    private static final String UNREADABLE = "invalid-format";

    private Invalid() {}

    static Failure body(BindingResult result) {
        return failure((texts, locale) -> inside("", result, texts.field(UNREADABLE, locale)));
    }

    static Failure parameters(MethodValidationResult result) {
        return failure((texts, locale) -> parameters(result, texts.field(UNREADABLE, locale)));
    }

    private static List<FieldError> parameters(MethodValidationResult result, String unreadable) {
        List<FieldError> errors = new ArrayList<>();
        for (ParameterValidationResult parameter : result.getParameterValidationResults()) {
            if (parameter instanceof ParameterErrors nested) {
                errors.addAll(inside(index(parameter), nested, unreadable));
            } else {
                errors.addAll(of(named(parameter.getMethodParameter()) + index(parameter), parameter));
            }
        }
        return errors;
    }

    private static Failure failure(Failure.Errors errors) {
        return Failure.of(ProblemType.VALIDATION_FAILED).with(errors);
    }

    /** @param unreadable the text for a value that is not of the field's type: the framework's would quote it */
    private static List<FieldError> inside(String prefix, Errors result, String unreadable) {
        return result.getAllErrors().stream()
                .map(error -> isUnreadable(error)
                        ? new FieldError(prefix + pointer(error), UNREADABLE, unreadable)
                        : new FieldError(prefix + pointer(error), code(error), text(error)))
                .toList();
    }

    private static boolean isUnreadable(ObjectError error) {
        return error instanceof org.springframework.validation.FieldError field && field.isBindingFailure();
    }

    private static Collection<FieldError> of(String pointer, ParameterValidationResult parameter) {
        return parameter.getResolvableErrors().stream()
                .map(error -> new FieldError(pointer, code(error), text(error)))
                .toList();
    }

    private static String pointer(ObjectError error) {
        return error instanceof org.springframework.validation.FieldError field ? pointer(field.getField()) : "";
    }

    /** {@code lessons[0].title} becomes {@code /lessons/0/title}. */
    static String pointer(String path) {
        return "/" + path.replace("].", "/").replace('.', '/').replace('[', '/').replace("]", "");
    }

    private static String named(MethodParameter parameter) {
        return "/" + Optional.ofNullable(parameter.getParameterName()).orElse("");
    }

    private static String index(ParameterValidationResult parameter) {
        return parameter.getContainerIndex() == null ? "" : "/" + parameter.getContainerIndex();
    }

    /** The constraint's name: {@code NotBlank} is told as {@code not-blank}. */
    private static String code(MessageSourceResolvable error) {
        String[] codes = error.getCodes();
        String last = codes == null || codes.length == 0 ? "invalid" : codes[codes.length - 1];
        return ProblemType.kebab(last);
    }

    private static String text(MessageSourceResolvable error) {
        @Nullable String message = error.getDefaultMessage();
        return message == null ? "" : message;
    }
}
