package io.guildhall.member.mail;

/**
 * One mail to be written.
 *
 * @param cause the event that is its reason: at most one mail of a kind follows from it
 * @param name what the person calls himself
 * @param link the one link that it holds
 */
public record Mail(String cause, MailKind kind, String to, String language, String name, String link) {

    @Override
    public String toString() {
        return "Mail[cause=%s, kind=%s]".formatted(cause, kind);
    }
}
