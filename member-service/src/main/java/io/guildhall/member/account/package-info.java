/**
 * A person's account: registered, proven by mail, verified; or lapsed.
 *
 * <p>An address belongs to whoever proves first that he reads its mail. So a registration claims nothing, runs the same
 * way for known and unknown addresses, and nobody can block the address of another.
 *
 * <p>In: {@link io.guildhall.member.account.AccountCommand}. Out: {@link io.guildhall.member.account.AccountEvent}.
 */
@NullMarked
package io.guildhall.member.account;

import org.jspecify.annotations.NullMarked;
