package io.guildhall.member.address;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything a caller may ask of a {@link MailAddress}. */
public sealed interface MailAddressCommand {

    String mailAddressId();

    /** The first to ask has it; the answer to all others is the event {@code claim-refused}. */
    record ClaimMailAddress(@TargetAggregateIdentifier String mailAddressId, String memberId)
            implements MailAddressCommand {}
}
