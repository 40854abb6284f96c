package io.guildhall.platform.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.http.HttpHeaders;

/**
 * What is to be told about one failed request, before a language is chosen.
 *
 * @param arguments fill the placeholders of the problem's texts
 * @param headers go with the answer, like {@code Allow}
 */
record Failure(
        ProblemType type, List<Object> arguments, Map<String, Object> extensions, Errors errors, HttpHeaders headers) {

    /** Fields at fault, told in the caller's language. */
    interface Errors extends BiFunction<ProblemTexts, Locale, List<FieldError>> {}

    private static final Errors NONE = (texts, locale) -> List.of();

    static Failure of(ProblemType type, Object... arguments) {
        return new Failure(type, List.of(arguments), Map.of(), NONE, new HttpHeaders());
    }

    static Failure of(Refusal refusal) {
        return new Failure(ProblemType.of(refusal), refusal.arguments(), refusal.extensions(), NONE, new HttpHeaders());
    }

    /** The failure of one field, with a text of the platform's own. */
    static Failure ofField(ProblemType type, String pointer, String code, Object... arguments) {
        return of(type, arguments)
                .with((texts, locale) -> List.of(new FieldError(pointer, code, texts.field(code, locale))));
    }

    Failure with(Errors errors) {
        return new Failure(type, arguments, extensions, errors, headers);
    }

    Failure with(HttpHeaders headers) {
        return new Failure(type, arguments, extensions, errors, headers);
    }

    Failure with(String header, String value) {
        HttpHeaders more = new HttpHeaders();
        more.putAll(headers);
        more.set(header, value);
        return with(more);
    }
}
