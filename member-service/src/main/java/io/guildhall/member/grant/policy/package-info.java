/** What is paid opens what it was paid for. */
@NullMarked
package io.guildhall.member.grant.policy;

import org.jspecify.annotations.NullMarked;
