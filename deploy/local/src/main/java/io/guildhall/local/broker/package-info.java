/**
 * A real Kafka broker and controller (KRaft) in one process on loopback ports, with settings for a machine of one's own:
 * one node, few threads, nothing created by itself, nothing ever deleted.
 */
@NullMarked
package io.guildhall.local.broker;

import org.jspecify.annotations.NullMarked;
