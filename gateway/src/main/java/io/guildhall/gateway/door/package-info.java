/** The order in which every request passes the gateway, before anything is routed. */
@NullMarked
package io.guildhall.gateway.door;

import org.jspecify.annotations.NullMarked;
