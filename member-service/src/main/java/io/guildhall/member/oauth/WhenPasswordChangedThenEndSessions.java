package io.guildhall.member.oauth;

import io.guildhall.member.account.AccountEvent.PasswordChanged;
import io.guildhall.member.session.EndedSessions;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** A new password ends what was begun with the old one, on every device. Repeatable. */
@Policy("when-password-changed-then-end-sessions")
class WhenPasswordChangedThenEndSessions {

    private final EndedSessions sessions;
    private final Authorizations authorizations;

    WhenPasswordChangedThenEndSessions(EndedSessions sessions, Authorizations authorizations) {
        this.sessions = sessions;
        this.authorizations = authorizations;
    }

    @EventHandler
    void on(PasswordChanged event) {
        sessions.endAllOf(event.memberId());
        authorizations.endAllOf(event.memberId());
    }
}
