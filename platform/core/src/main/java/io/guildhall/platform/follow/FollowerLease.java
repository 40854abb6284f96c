package io.guildhall.platform.follow;

import io.guildhall.platform.log.LogName;
import java.time.Duration;

/** The claim under which one instance follows a log as a projection or policy. */
public final class FollowerLease {

    /** Whoever lost it knows so at the latest when this has passed. */
    public static final Duration LENGTH = Duration.ofSeconds(10);

    private FollowerLease() {}

    public static String name(String follower, LogName log) {
        return "follower/" + LogFollower.id(follower, log);
    }
}
