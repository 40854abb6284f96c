/** What stands before each service: so many places, and a circuit breaker, since who does not answer is left alone. */
@NullMarked
package io.guildhall.gateway.breaker;

import org.jspecify.annotations.NullMarked;
