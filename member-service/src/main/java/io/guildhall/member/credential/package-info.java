/**
 * Passwords: what one may be, how it is hashed, and where the hash stands.
 *
 * <p>A hash is in no event, since events are published and kept for ever. It stands in a document of its own that is
 * written, by majority, before the command that names it: an event never names a hash that is not there. A crash between
 * the two leaves a hash that nobody names, which {@link io.guildhall.member.credential.Credentials} sweeps. When a
 * password changes or an account ends, its hash is gone for good.
 */
@NullMarked
package io.guildhall.member.credential;

import org.jspecify.annotations.NullMarked;
