package io.guildhall.member.account.policy;

import io.guildhall.member.account.AccountCommand.LapseAccount;
import io.guildhall.member.account.AccountEvent.AccountRegistered;
import io.guildhall.platform.due.DueDates;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** An account that nobody verifies ends on its date. */
@Policy("when-account-registered-then-let-it-lapse")
class WhenAccountRegisteredThenLetItLapse {

    private final DueDates dates;

    WhenAccountRegisteredThenLetItLapse(DueDates dates) {
        this.dates = dates;
    }

    @EventHandler
    void on(AccountRegistered event) {
        if (event.verifyBy() != null) {
            dates.at("lapse/" + event.memberId(), event.verifyBy(), new LapseAccount(event.memberId()));
        }
    }
}
