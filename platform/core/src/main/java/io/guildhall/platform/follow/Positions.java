package io.guildhall.platform.follow;

import java.util.Map;

/**
 * How far each follower has come, durable: what it stored here has had its effect. A position never goes back, so a
 * follower that lost its claim can do no harm with what it stores late.
 */
public interface Positions {

    /** The position that a follower of the own log has reached, 0 at the beginning. */
    long of(String follower, String log);

    void reached(String follower, String log, long position);

    /** What an inbox has reached in each partition of another service's topic. */
    Map<Integer, Place> ofTopic(String follower, String log);

    void reachedInTopic(String follower, String log, Map<Integer, Place> places);

    /**
     * A place in one partition.
     *
     * @param position of the last event whose effect is durable
     * @param offset of its record
     */
    record Place(long position, long offset) {

        public static final Place START = new Place(0, -1);
    }
}
