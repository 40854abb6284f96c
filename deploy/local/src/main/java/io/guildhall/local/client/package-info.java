/** Talks to a Guildhall from outside, through its gateway, as a browser or with a token; for commands, demo and tests. */
@NullMarked
package io.guildhall.local.client;

import org.jspecify.annotations.NullMarked;
