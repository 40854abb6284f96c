/** The sign-in session: a sealed cookie, so that any instance serves any request, and lists of those that were begun and ended. */
@NullMarked
package io.guildhall.member.session;

import org.jspecify.annotations.NullMarked;
