/** Which path leads to which service, and what of a request a service gets to see. */
@NullMarked
package io.guildhall.gateway.route;

import org.jspecify.annotations.NullMarked;
