package io.guildhall.member.account.policy;

import io.guildhall.member.account.AccountCommand.VerifyAccount;
import io.guildhall.member.account.AccountCommand.YieldAccount;
import io.guildhall.member.address.MailAddressEvent;
import io.guildhall.member.address.MailAddressEvent.MailAddressClaimRefused;
import io.guildhall.member.address.MailAddressEvent.MailAddressClaimed;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** The account that got its address is verified; one that came too late yields. */
@Policy(WhenMailAddressDecidedThenDecideAccount.NAME)
class WhenMailAddressDecidedThenDecideAccount {

    static final String NAME = "when-mail-address-decided-then-decide-account";

    private final Commands commands;

    WhenMailAddressDecidedThenDecideAccount(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(MailAddressEvent event, Fact fact) {
        switch (event) {
            case MailAddressClaimed claimed -> commands.send(new VerifyAccount(claimed.memberId()), fact, NAME);
            case MailAddressClaimRefused refused -> commands.send(new YieldAccount(refused.memberId()), fact, NAME);
        }
    }
}
