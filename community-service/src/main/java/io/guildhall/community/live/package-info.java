/**
 * Chat on the wire: who holds a ticket gets a WebSocket, subscribes to channels of one community and is told everything
 * that is said in them, once and in the channel's order.
 *
 * <p>Nothing is decided here: what is said goes to {@code message}, and what is told was read from the log, which every
 * instance follows by itself. So a sender is told of his own message the same way as everybody else, and the way back
 * after a broken connection is reading the log behind a sequence.
 */
@NullMarked
package io.guildhall.community.live;

import org.jspecify.annotations.NullMarked;
