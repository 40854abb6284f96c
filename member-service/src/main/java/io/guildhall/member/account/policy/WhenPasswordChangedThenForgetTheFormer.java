package io.guildhall.member.account.policy;

import io.guildhall.member.account.AccountEvent.PasswordChanged;
import io.guildhall.member.credential.Credentials;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** A password that is no longer in force is gone for good. Repeatable. */
@Policy("when-password-changed-then-forget-the-former")
class WhenPasswordChangedThenForgetTheFormer {

    private final Credentials credentials;

    WhenPasswordChangedThenForgetTheFormer(Credentials credentials) {
        this.credentials = credentials;
    }

    @EventHandler
    void on(PasswordChanged event) {
        credentials.forget(event.formerCredentialId());
    }
}
