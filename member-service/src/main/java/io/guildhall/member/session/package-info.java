/** The sign-in session: a sealed cookie, so that any instance serves any request, and a list of those that were ended. */
@NullMarked
package io.guildhall.member.session;

import org.jspecify.annotations.NullMarked;
