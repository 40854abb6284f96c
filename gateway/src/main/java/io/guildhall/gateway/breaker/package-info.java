/** One circuit breaker per service: a service that does not answer is not asked for a while. */
@NullMarked
package io.guildhall.gateway.breaker;

import org.jspecify.annotations.NullMarked;
