/** Signing in with mail and password. */
@NullMarked
package io.guildhall.member.signin;

import org.jspecify.annotations.NullMarked;
