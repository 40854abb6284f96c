/** Who calls, and whether they may: tokens, one rule on every endpoint, and the roles a service has heard of. */
@NullMarked
package io.guildhall.platform.security;

import org.jspecify.annotations.NullMarked;
