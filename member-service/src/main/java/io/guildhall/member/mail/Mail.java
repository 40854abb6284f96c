package io.guildhall.member.mail;

import java.util.List;

/**
 * One mail to be written.
 *
 * @param cause the event that is its reason: at most one mail of a kind follows from it
 * @param name what the person calls himself
 * @param link the one link that it holds
 * @param facts what the text says beside these, as {@link MailKind} asks for
 */
public record Mail(
        String cause, MailKind kind, String to, String language, String name, String link, List<Object> facts) {

    public Mail {
        facts = List.copyOf(facts);
    }

    public Mail(String cause, MailKind kind, String to, String language, String name, String link) {
        this(cause, kind, to, language, name, link, List.of());
    }

    @Override
    public String toString() {
        return "Mail[cause=%s, kind=%s]".formatted(cause, kind);
    }
}
