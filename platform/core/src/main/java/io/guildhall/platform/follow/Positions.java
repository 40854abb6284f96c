package io.guildhall.platform.follow;

/**
 * How far each follower has come, durable: what it stored here has had its effect. A position never goes back, so a
 * follower that lost its claim can do no harm with what it stores late.
 */
public interface Positions {

    /** The position that a follower of the own log has reached, 0 at the beginning. */
    long of(String follower, String log);

    void reached(String follower, String log, long position);

    /** What an inbox has reached in another service's topic. */
    Places ofTopic(String follower, String source);

    /**
     * Where an inbox goes on in the topic of this id; from now on offsets are kept of that one. What is stored without an
     * id is taken to be of it.
     */
    Places begin(String follower, String source, String topic);

    /**
     * @param news where it has come further; what is not in it stays. Offsets of another topic than the one that was begun
     *     last are not kept
     */
    void reachedInTopic(String follower, String source, Places news);
}
