package io.guildhall.member.account;

import static org.springframework.data.mongodb.core.query.Update.update;

import io.guildhall.member.account.AccountEvent.AccountLapsed;
import io.guildhall.member.account.AccountEvent.AccountRegistered;
import io.guildhall.member.account.AccountEvent.AccountVerified;
import io.guildhall.member.account.AccountEvent.MailProven;
import io.guildhall.member.account.AccountEvent.PasswordChanged;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;

/** Keeps {@link Profile}. Every write may be repeated. */
@Projection(value = "profile", keeps = Profile.class)
class ProfileProjection {

    private final ReadModel<Profile> profiles;

    ProfileProjection(ReadModels models) {
        this.profiles = models.of(Profile.class);
    }

    @EventHandler
    void on(AccountEvent event, Fact fact) {
        switch (event) {
            case AccountRegistered account -> profiles.save(account.memberId(), of(account), fact);
            case AccountVerified account -> profiles.update(account.memberId(), update("verified", true), fact);
            case AccountLapsed account -> profiles.remove(account.memberId(), fact);
            case PasswordChanged change ->
                profiles.update(change.memberId(), update("credentialId", change.credentialId()), fact);
            case MailProven _ -> {} // still to be claimed
        }
    }

    private static Profile of(AccountRegistered account) {
        return new Profile(
                account.memberId(),
                account.mailAddressId(),
                account.credentialId(),
                account.mail(),
                account.name(),
                account.language(),
                false);
    }
}
