package io.guildhall.member.mail;

import java.util.Locale;

/** What a mail says; the texts stand in {@code mails.properties}: {@code {0}} the person's name, {@code {1}} the link. */
public enum MailKind {
    VERIFY_ADDRESS,
    ADDRESS_KNOWN,
    PASSWORD_CHANGED;

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
