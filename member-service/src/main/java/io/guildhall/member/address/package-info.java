/**
 * A mail address is a unique thing: an aggregate whose id derives from its keyed hash. Creating it is the claim.
 *
 * <p>In: {@link io.guildhall.member.address.MailAddressCommand}. Out: {@link
 * io.guildhall.member.address.MailAddressEvent}.
 */
@NullMarked
package io.guildhall.member.address;

import org.jspecify.annotations.NullMarked;
