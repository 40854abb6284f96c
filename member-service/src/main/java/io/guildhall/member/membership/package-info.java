/**
 * Who belongs to a community: whoever has a paid term that runs. A bought course alone makes no member.
 *
 * <p>In: {@link io.guildhall.member.membership.MembershipCommand}. Out: {@link
 * io.guildhall.member.membership.MembershipEvent}. A membership is the one of a person and a community, so its id is
 * derived from both; it lasts while any of the person's subscriptions there does. Subscriptions are streams of their own,
 * so what is heard of them may come in any order between them: the last word about a moment is the one that holds, and
 * is the same in every order.
 */
@NullMarked
package io.guildhall.member.membership;

import org.jspecify.annotations.NullMarked;
