package io.guildhall.member.account.policy;

import io.guildhall.member.account.AccountEvent.MailProven;
import io.guildhall.member.address.MailAddressCommand.ClaimMailAddress;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** Who proved first that he reads the mail gets the address. */
@Policy(WhenMailProvenThenClaimMailAddress.NAME)
class WhenMailProvenThenClaimMailAddress {

    static final String NAME = "when-mail-proven-then-claim-mail-address";

    private final Commands commands;

    WhenMailProvenThenClaimMailAddress(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(MailProven event, Fact fact) {
        commands.send(new ClaimMailAddress(event.mailAddressId(), event.memberId()), fact, NAME);
    }
}
