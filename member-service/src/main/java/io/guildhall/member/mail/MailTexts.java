package io.guildhall.member.mail;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Writes mails in the language of whom they go to. */
@Component
class MailTexts {

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    MailTexts() {
        texts.setBasename("mails");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    Letter write(Mail mail) {
        Locale language = Locale.forLanguageTag(mail.language());
        Object[] arguments = {mail.name(), mail.link()};
        return new Letter(
                mail.to(),
                texts.getMessage(mail.kind().key() + ".subject", arguments, language),
                texts.getMessage(mail.kind().key() + ".text", arguments, language),
                mail.link());
    }
}
