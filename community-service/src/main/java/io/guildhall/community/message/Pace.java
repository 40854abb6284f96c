package io.guildhall.community.message;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Counts what each member says in each channel, per instance, and refuses what is too much. At most 20,000 of them are
 * remembered.
 */
@Component
@EnableConfigurationProperties(PaceProperties.class)
public class Pace {

    private record Speaker(String memberId, String channelId) {}

    private final PaceProperties properties;
    private final Cache<Speaker, Bucket> bySpeaker;

    Pace(PaceProperties properties) {
        this.properties = properties;
        this.bySpeaker = Caffeine.newBuilder()
                .maximumSize(20_000)
                .expireAfterAccess(properties.per().multipliedBy(2))
                .build();
    }

    /** @throws TooManyMessages when the member has said enough in this channel for now */
    public void spend(String memberId, String channelId) {
        var spent =
                bySpeaker.get(new Speaker(memberId, channelId), _ -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!spent.isConsumed()) {
            throw new TooManyMessages(Duration.ofNanos(spent.getNanosToWaitForRefill()));
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(properties.messages()).refillGreedy(properties.messages(), properties.per()))
                .build();
    }
}
