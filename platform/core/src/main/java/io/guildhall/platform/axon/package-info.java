/** Axon's aggregates on the event log, and the one way to send a command. */
@NullMarked
package io.guildhall.platform.axon;

import org.jspecify.annotations.NullMarked;
