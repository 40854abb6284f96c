/** Read model: what was granted, when it held, and when we knew. */
@NullMarked
package io.guildhall.member.grant.access;

import org.jspecify.annotations.NullMarked;
