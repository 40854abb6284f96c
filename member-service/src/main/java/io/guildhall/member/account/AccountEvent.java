package io.guildhall.member.account;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.Visibility;
import io.guildhall.platform.privacy.Personal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The facts of an account, as stored and published for ever. */
public sealed interface AccountEvent {

    String memberId();

    /** @param verifyBy until when the mail can be proven; none where it needs no proof */
    @EventName("member.account.registered")
    record AccountRegistered(
            String memberId,
            String mailAddressId,
            String credentialId,
            @Personal(subject = "memberId") String mail,
            @Personal(subject = "memberId") String name,
            String language,
            @Nullable Instant verifyBy)
            implements AccountEvent {

        @Override
        public String toString() {
            return "AccountRegistered[memberId=%s]".formatted(memberId);
        }
    }

    @EventName(value = "member.account.mail-proven", visibility = Visibility.INTERNAL)
    record MailProven(String memberId, String mailAddressId) implements AccountEvent {}

    @EventName("member.account.verified")
    record AccountVerified(String memberId) implements AccountEvent {}

    /** @param reason {@code unverified} or {@code address-taken} */
    @EventName("member.account.lapsed")
    record AccountLapsed(String memberId, String reason) implements AccountEvent {}

    @EventName(value = "member.account.password-changed", visibility = Visibility.INTERNAL)
    record PasswordChanged(String memberId, String credentialId, String formerCredentialId) implements AccountEvent {}
}
