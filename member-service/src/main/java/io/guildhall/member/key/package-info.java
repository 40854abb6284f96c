/**
 * Access keys: secrets by which a member's programs act for him, until they expire or are ended.
 *
 * <p>Of two kinds: a personal access token is the secret itself; an API client signs in with its id and the secret. The
 * secret is shown once; only its SHA-256 is kept.
 *
 * <p>In: {@link io.guildhall.member.key.AccessKeyCommand}. Out: {@link io.guildhall.member.key.AccessKeyEvent}.
 */
@NullMarked
package io.guildhall.member.key;

import org.jspecify.annotations.NullMarked;
