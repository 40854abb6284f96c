package io.guildhall.gateway.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How many requests are let in.
 *
 * @param anonymous per address, for who shows no token
 * @param signedIn per member or client
 * @param entry per address, for tries to sign in or to register
 */
@ConfigurationProperties("guildhall.gateway.limits")
public record LimitProperties(Policy anonymous, Policy signedIn, Policy entry) {

    /** Both windows must have room. */
    public record Policy(Window sustained, Window burst) {}

    /** So many requests in so much time. */
    public record Window(long quota, Duration per) {

        public Window {
            if (quota < 1 || per.toSeconds() < 1) {
                throw new IllegalArgumentException("A limit needs a quota of 1 or more per second or longer");
            }
        }
    }
}
