package io.guildhall.member.account.policy;

import io.guildhall.member.account.AccountEvent.AccountRegistered;
import io.guildhall.member.account.Profiles;
import io.guildhall.member.account.VerificationLinks;
import io.guildhall.member.mail.Mail;
import io.guildhall.member.mail.MailKind;
import io.guildhall.member.mail.Mails;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** The link that verifies goes to the address; where it belongs to somebody already, a warning goes there instead. */
@Policy("when-account-registered-then-mail-the-owner")
class WhenAccountRegisteredThenMailTheOwner {

    private final Profiles profiles;
    private final VerificationLinks links;
    private final Mails mails;

    WhenAccountRegisteredThenMailTheOwner(Profiles profiles, VerificationLinks links, Mails mails) {
        this.profiles = profiles;
        this.links = links;
        this.mails = mails;
    }

    @EventHandler
    void on(AccountRegistered event, Fact fact) {
        if (event.verifyBy() == null) {
            return;
        }
        boolean known = profiles.verifiedOf(event.mailAddressId()).isPresent();
        mails.post(new Mail(
                fact.eventId(),
                known ? MailKind.ADDRESS_KNOWN : MailKind.VERIFY_ADDRESS,
                event.mail(),
                event.language(),
                event.name(),
                known ? links.signIn() : links.to(event.memberId())));
    }
}
