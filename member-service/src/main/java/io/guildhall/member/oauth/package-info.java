/**
 * The authorization server: Spring Security's, under {@code /id} on the gateway's own origin.
 *
 * <p>Code flow with PKCE for the gateway and for programs on a member's machine, client credentials for API clients, OIDC,
 * revocation, sign-out. Keys, authorizations and consents stand sealed or hashed in MongoDB, so any instance serves any
 * request.
 */
@NullMarked
package io.guildhall.member.oauth;

import org.jspecify.annotations.NullMarked;
