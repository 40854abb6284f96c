/** The browser's sign-in: a session lives in one sealed cookie and in no store.
 *
 * <p>The protocol (PKCE, state, nonce, check of the ID token) is Spring Security's client; we decide where the state is kept. */
@NullMarked
package io.guildhall.gateway.session;

import org.jspecify.annotations.NullMarked;
