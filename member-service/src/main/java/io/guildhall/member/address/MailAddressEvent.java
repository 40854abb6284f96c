package io.guildhall.member.address;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.Visibility;

/** The facts of a mail address, as stored for ever; the address itself is in none of them. */
public sealed interface MailAddressEvent {

    String mailAddressId();

    String memberId();

    @EventName(value = "member.mail-address.claimed", visibility = Visibility.INTERNAL)
    record MailAddressClaimed(String mailAddressId, String memberId) implements MailAddressEvent {}

    @EventName(value = "member.mail-address.claim-refused", visibility = Visibility.INTERNAL)
    record MailAddressClaimRefused(String mailAddressId, String memberId) implements MailAddressEvent {}
}
