package io.guildhall.gateway.problem;

import java.nio.charset.StandardCharsets;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Title and detail of the gateway's own problems in both languages. */
@Component
public class ProblemTexts {

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    ProblemTexts() {
        messages.setBasename("problems");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
    }

    public String title(ProblemType type, Language language) {
        return messages.getMessage(type.slug() + ".title", null, language.locale());
    }

    public String detail(ProblemType type, Language language, Object... arguments) {
        return messages.getMessage(type.slug() + ".detail", arguments, language.locale());
    }

    /** What the problem's page says: the detail without the facts of one request. */
    public String meaning(ProblemType type, Language language) {
        return messages.getMessage(type.slug() + ".meaning", null, language.locale());
    }
}
