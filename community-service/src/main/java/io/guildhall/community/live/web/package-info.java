/** How a client gets onto the wire: a ticket over HTTP, then the handshake. */
@NullMarked
package io.guildhall.community.live.web;

import org.jspecify.annotations.NullMarked;
