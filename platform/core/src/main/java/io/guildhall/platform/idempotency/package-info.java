/** Lets a client repeat a request whose answer it did not get: done once, answered the same. */
@NullMarked
package io.guildhall.platform.idempotency;

import org.jspecify.annotations.NullMarked;
