/**
 * The event log, its publication and what follows it, simulated: the production classes run as actors on one thread
 * against modelled ports, under every fault that a seed draws, and must keep their promises.
 */
@NullMarked
package io.guildhall.platform.simulation;

import org.jspecify.annotations.NullMarked;
