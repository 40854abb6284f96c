package io.guildhall.member.account;

import io.guildhall.platform.event.CommandName;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything a caller may ask of an {@link Account}. */
public sealed interface AccountCommand {

    String memberId();

    /**
     * Starts an account that waits for its mail to be proven; asking again is harmless.
     *
     * @param credentialId names the password's hash, which is never part of an event
     * @param verifyBy until when the mail can be proven; none where it needs no proof
     */
    record RegisterAccount(
            @TargetAggregateIdentifier String memberId,
            String mailAddressId,
            String credentialId,
            String mail,
            String name,
            String language,
            @Nullable Instant verifyBy)
            implements AccountCommand {

        @Override
        public String toString() {
            return "RegisterAccount[memberId=%s]".formatted(memberId);
        }
    }

    /** The link in the mail was followed. Rejected with {@link VerificationExpired} when it is used late or again. */
    record ProveMail(@TargetAggregateIdentifier String memberId, Instant at) implements AccountCommand {}

    /** The mail address is this account's now; asking again is harmless. */
    record VerifyAccount(@TargetAggregateIdentifier String memberId) implements AccountCommand {}

    /** Nobody proved the mail in time; harmless once somebody has. */
    @CommandName("member.account.lapse")
    record LapseAccount(@TargetAggregateIdentifier String memberId) implements AccountCommand {}

    /** Another account proved the same mail first; harmless once this one is verified. */
    record YieldAccount(@TargetAggregateIdentifier String memberId) implements AccountCommand {}

    /** Puts another password in force. Rejected with {@link AccountNotVerified}. */
    record ChangePassword(@TargetAggregateIdentifier String memberId, String credentialId) implements AccountCommand {}
}
