package io.guildhall.member.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Stream;
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
        Object[] arguments = Stream.concat(
                        Stream.of(mail.name(), mail.link()),
                        mail.facts().stream().map(fact -> fact instanceof Instant at ? written(at, language) : fact))
                .toArray();
        return new Letter(
                mail.to(),
                texts.getMessage(mail.kind().key() + ".subject", arguments, language),
                texts.getMessage(mail.kind().key() + ".text", arguments, language),
                mail.link());
    }

    /** We do not know where the reader is, so a moment says its zone. */
    private static String written(Instant at, Locale language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(language)
                        .format(at.atOffset(ZoneOffset.UTC))
                + " UTC";
    }
}
