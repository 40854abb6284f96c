package io.guildhall.member.mail;

import java.util.Locale;

/**
 * What a mail says; the texts stand in {@code mails.properties}: {@code {0}} the person's name, {@code {1}} the link, then
 * the facts of the mail in their order.
 */
public enum MailKind {
    VERIFY_ADDRESS,
    ADDRESS_KNOWN,
    PASSWORD_CHANGED,
    /** Community and the moment up to which one can still pay. */
    RENEWAL_FAILED,
    /** Community and the moment of the end. */
    SUBSCRIPTION_ENDED;

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
