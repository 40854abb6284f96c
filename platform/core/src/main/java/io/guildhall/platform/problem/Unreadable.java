package io.guildhall.platform.problem;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * Says why JSON could not be read: not JSON, or of the wrong shape, is the request's form (400); a readable value that
 * means nothing, or one that is missing, is its content (422).
 */
final class Unreadable {

    private Unreadable() {}

    static Failure of(JacksonException exception) {
        String pointer = pointer(exception.getPath());
        return switch (exception) {
            case PropertyBindingException unknown ->
                Failure.ofField(
                        ProblemType.UNKNOWN_PROPERTY, pointer, "unknown-property", named(unknown.getPropertyName()));
            case InvalidFormatException format
            when format.getValue() instanceof String ->
                Failure.ofField(ProblemType.VALIDATION_FAILED, pointer, "invalid-format");
            case InputCoercionException tooLarge ->
                Failure.ofField(ProblemType.VALIDATION_FAILED, pointer, "invalid-format");
            case ValueInstantiationException refused ->
                Failure.ofField(ProblemType.VALIDATION_FAILED, pointer, "invalid-value");
            case MismatchedInputException missing
            when isMissing(missing) -> Failure.ofField(ProblemType.VALIDATION_FAILED, pointer, "required");
            case MismatchedInputException mismatch ->
                Failure.ofField(ProblemType.MALFORMED_REQUEST, pointer, "wrong-type");
            default -> Failure.ofField(ProblemType.MALFORMED_REQUEST, pointer, "invalid-json");
        };
    }

    /** A primitive that was left out or null; a wrong value would still be the current token. */
    private static boolean isMissing(MismatchedInputException exception) {
        Class<?> target = exception.getTargetType();
        JsonToken token = exception.getCurrentToken();
        return target != null
                && target.isPrimitive()
                && (token == JsonToken.VALUE_NULL || token == JsonToken.END_OBJECT);
    }

    static String pointer(List<JacksonException.Reference> path) {
        return path.stream()
                .map(step -> step.getPropertyName() == null
                        ? String.valueOf(step.getIndex())
                        : named(step.getPropertyName()))
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    /** A client chose this name, so it is cut before it is shown again. */
    private static String named(String property) {
        return property.length() <= 100 ? property : property.substring(0, 100) + "…";
    }
}
