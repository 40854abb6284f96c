/** What follows from the facts of accounts and mail addresses. */
@NullMarked
package io.guildhall.member.account.policy;

import org.jspecify.annotations.NullMarked;
