/** What follows for roles from the facts of others. */
@NullMarked
package io.guildhall.member.role.policy;

import org.jspecify.annotations.NullMarked;
