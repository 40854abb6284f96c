/** A membership follows the terms that are paid. */
@NullMarked
package io.guildhall.member.membership.policy;

import org.jspecify.annotations.NullMarked;
