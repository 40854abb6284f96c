/** Refusals of the gateway itself, as RFC 9457 problems in English and Chinese. */
@NullMarked
package io.guildhall.gateway.problem;

import org.jspecify.annotations.NullMarked;
