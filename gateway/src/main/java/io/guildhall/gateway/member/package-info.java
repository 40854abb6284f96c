/** What the gateway asks of member-service: tokens, their standing, and the end of a session. */
@NullMarked
package io.guildhall.gateway.member;

import org.jspecify.annotations.NullMarked;
