package io.guildhall.platform.follow;

/**
 * An event as it came from another service's topic.
 *
 * @param previous the position of the event before it in the same partition, 0 for the first
 */
public record TopicRecord(int partition, long offset, long previous, Envelope envelope) {}
