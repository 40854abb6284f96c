/**
 * Keeps a whole Guildhall running on one machine: decides whether a data folder, the ports and the disk can carry it,
 * starts every part as a process of its own, starts again what dies, and stops all of it in order.
 *
 * <p>The supervisor is a detached process. It and the command line meet in the data folder: a lock that the supervisor
 * holds as long as it lives, and {@code run/state.json}, which it rewrites whole at every change.
 */
@NullMarked
package io.guildhall.local.stack;

import org.jspecify.annotations.NullMarked;
