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

    /** @param news where it has come further; what is not in it stays */
    void reachedInTopic(String follower, String source, Places news);
}
