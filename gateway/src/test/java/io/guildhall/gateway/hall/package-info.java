/** A small installation for tests: real HTTP servers that play the services, and the gateway in front of them. */
@NullMarked
package io.guildhall.gateway.hall;

import org.jspecify.annotations.NullMarked;
