/**
 * What somebody may use, since when, until when and why: a grant per reason, none of which touches another.
 *
 * <p>In: {@link io.guildhall.member.grant.GrantCommand}. Out: {@link io.guildhall.member.grant.GrantEvent}. Expiry is
 * not an event: whoever has heard of a grant knows when it ends.
 */
@NullMarked
package io.guildhall.member.grant;

import org.jspecify.annotations.NullMarked;
