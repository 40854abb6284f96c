package io.guildhall.member.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.member.account.AccountCommand.ChangePassword;
import io.guildhall.member.account.AccountCommand.LapseAccount;
import io.guildhall.member.account.AccountCommand.ProveMail;
import io.guildhall.member.account.AccountCommand.RegisterAccount;
import io.guildhall.member.account.AccountCommand.VerifyAccount;
import io.guildhall.member.account.AccountCommand.YieldAccount;
import io.guildhall.member.account.AccountEvent.AccountLapsed;
import io.guildhall.member.account.AccountEvent.AccountRegistered;
import io.guildhall.member.account.AccountEvent.AccountVerified;
import io.guildhall.member.account.AccountEvent.MailProven;
import io.guildhall.member.account.AccountEvent.PasswordChanged;
import io.guildhall.platform.axon.Snapshotted;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Decides when a registration becomes an account, and for how long it may try. */
@Aggregate
@Snapshotted(name = "member.account", revision = 1)
class Account {

    private enum State {
        REGISTERED,
        PROVEN,
        VERIFIED,
        LAPSED
    }

    @AggregateIdentifier
    private @Nullable String memberId;

    private State state = State.REGISTERED;
    private String mailAddressId = "";
    private String credentialId = "";
    private @Nullable Instant verifyBy;

    Account() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterAccount command) {
        if (memberId != null) {
            return;
        }
        apply(new AccountRegistered(
                command.memberId(),
                command.mailAddressId(),
                command.credentialId(),
                command.mail(),
                command.name(),
                command.language(),
                command.verifyBy()));
        if (command.verifyBy() == null) {
            apply(new MailProven(command.memberId(), command.mailAddressId()));
        }
    }

    @CommandHandler
    void handle(ProveMail command) {
        if (state != State.REGISTERED || verifyBy == null || command.at().isAfter(verifyBy)) {
            throw new VerificationExpired();
        }
        apply(new MailProven(command.memberId(), mailAddressId));
    }

    @CommandHandler
    void handle(VerifyAccount command) {
        if (state == State.PROVEN) {
            apply(new AccountVerified(command.memberId()));
        }
    }

    @CommandHandler
    void handle(LapseAccount command) {
        if (state == State.REGISTERED) {
            apply(new AccountLapsed(command.memberId(), "unverified"));
        }
    }

    @CommandHandler
    void handle(YieldAccount command) {
        if (state == State.PROVEN) {
            apply(new AccountLapsed(command.memberId(), "address-taken"));
        }
    }

    @CommandHandler
    void handle(ChangePassword command) {
        if (state != State.VERIFIED) {
            throw new AccountNotVerified();
        }
        if (!command.credentialId().equals(credentialId)) {
            apply(new PasswordChanged(command.memberId(), command.credentialId(), credentialId));
        }
    }

    @EventSourcingHandler
    void on(AccountEvent event) {
        switch (event) {
            case AccountRegistered registered -> {
                memberId = registered.memberId();
                mailAddressId = registered.mailAddressId();
                credentialId = registered.credentialId();
                verifyBy = registered.verifyBy();
            }
            case MailProven _ -> state = State.PROVEN;
            case AccountVerified _ -> state = State.VERIFIED;
            case AccountLapsed _ -> state = State.LAPSED;
            case PasswordChanged changed -> credentialId = changed.credentialId();
        }
    }
}
