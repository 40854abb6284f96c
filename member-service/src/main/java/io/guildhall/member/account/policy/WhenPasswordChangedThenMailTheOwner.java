package io.guildhall.member.account.policy;

import io.guildhall.member.account.AccountEvent.PasswordChanged;
import io.guildhall.member.account.Profile;
import io.guildhall.member.account.Profiles;
import io.guildhall.member.account.VerificationLinks;
import io.guildhall.member.mail.Mail;
import io.guildhall.member.mail.MailKind;
import io.guildhall.member.mail.Mails;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** Whoever changes a password is told by mail, so that a stranger's change does not stay unseen. */
@Policy("when-password-changed-then-mail-the-owner")
class WhenPasswordChangedThenMailTheOwner {

    private final Profiles profiles;
    private final VerificationLinks links;
    private final Mails mails;

    WhenPasswordChangedThenMailTheOwner(Profiles profiles, VerificationLinks links, Mails mails) {
        this.profiles = profiles;
        this.links = links;
        this.mails = mails;
    }

    @EventHandler
    void on(PasswordChanged event, Fact fact) {
        profiles.find(event.memberId()).ifPresent(owner -> mails.post(mail(owner, fact)));
    }

    private Mail mail(Profile owner, Fact fact) {
        return new Mail(
                fact.eventId(),
                MailKind.PASSWORD_CHANGED,
                owner.mail(),
                owner.language(),
                owner.name(),
                links.signIn());
    }
}
