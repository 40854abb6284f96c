package io.guildhall.member.account.policy;

import io.guildhall.member.account.AccountEvent.AccountLapsed;
import io.guildhall.member.credential.Credentials;
import io.guildhall.platform.follow.Policy;
import io.guildhall.platform.privacy.PersonalKeys;
import org.axonframework.eventhandling.EventHandler;

/** Nothing personal is kept of a registration that came to nothing. Repeatable. */
@Policy("when-account-lapsed-then-forget-the-person")
class WhenAccountLapsedThenForgetThePerson {

    private final Credentials credentials;
    private final PersonalKeys keys;

    WhenAccountLapsedThenForgetThePerson(Credentials credentials, PersonalKeys keys) {
        this.credentials = credentials;
        this.keys = keys;
    }

    @EventHandler
    void on(AccountLapsed event) {
        credentials.forgetAllOf(event.memberId());
        keys.destroy(event.memberId());
    }
}
