/** Read model: who belongs to which community. */
@NullMarked
package io.guildhall.member.membership.roster;

import org.jspecify.annotations.NullMarked;
