package io.guildhall.gateway.page;

import io.guildhall.gateway.problem.Language;
import java.nio.charset.StandardCharsets;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The words on the gateway's pages in both languages. */
@Component
class Texts {

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    Texts() {
        messages.setBasename("pages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
    }

    String of(String name, Language language) {
        return messages.getMessage(name, null, language.locale());
    }
}
