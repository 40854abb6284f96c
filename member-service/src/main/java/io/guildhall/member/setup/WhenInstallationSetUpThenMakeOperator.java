package io.guildhall.member.setup;

import io.guildhall.member.account.AccountCommand.RegisterAccount;
import io.guildhall.member.key.AccessKeyCommand.CreateAccessKey;
import io.guildhall.member.role.Role;
import io.guildhall.member.role.RoleCommand.GrantRole;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** Whoever set the installation up gets an account, the role of an operator, and an access token. */
@Policy(WhenInstallationSetUpThenMakeOperator.NAME)
class WhenInstallationSetUpThenMakeOperator {

    static final String NAME = "when-installation-set-up-then-make-operator";

    private final Commands commands;

    WhenInstallationSetUpThenMakeOperator(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(InstallationSetUp event, Fact fact) {
        commands.send(account(event), fact, NAME, "account");
        commands.send(
                GrantRole.of(Role.INSTALLATION, event.memberId(), Role.OPERATOR, "set up the installation"),
                fact,
                NAME,
                "role");
        commands.send(
                new CreateAccessKey(event.keyId(), event.memberId(), "set-up", event.keyHash(), event.keyExpiresAt()),
                fact,
                NAME,
                "key");
    }

    private static RegisterAccount account(InstallationSetUp event) {
        return new RegisterAccount(
                event.memberId(), event.mailAddressId(), event.credentialId(), event.mail(), event.name(), "en", null);
    }
}
