package io.guildhall.member.mail;

import java.time.Instant;
import java.util.List;

/** A mail as the local mail page shows it. */
record ShownMail(String to, String subject, String text, List<String> links, Instant at) {

    static ShownMail of(Letter letter, Instant at) {
        return new ShownMail(letter.to(), letter.subject(), letter.text(), List.of(letter.link()), at);
    }
}
