package io.guildhall.platform.event;

/** An event that belongs to one community; the log keeps the community beside the event. */
public interface InCommunity {
    String communityId();
}
