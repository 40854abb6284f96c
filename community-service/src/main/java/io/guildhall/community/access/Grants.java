package io.guildhall.community.access;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Answers what grants let members do now: some grant of the community covers the channel and holds. */
@Component
public class Grants {

    private final MongoOperations mongo;
    private final InstantSource clock;

    Grants(MongoOperations mongo, InstantSource clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    public Decision decide(String communityId, String memberId, String channelId) {
        return decide(communityId, Set.of(memberId), channelId).getOrDefault(memberId, Decision.NO_GRANT);
    }

    /** The decision for each of these members who ever had a grant that covers the channel; the others have none. */
    public Map<String, Decision> decide(String communityId, Collection<String> memberIds, String channelId) {
        Instant now = clock.instant();
        List<String> opening = ChannelResource.opening(channelId);
        Map<String, Decision> decisions = new HashMap<>();
        for (HeldGrant grant : of(communityId, memberIds)) {
            if (opening.contains(grant.resource())) {
                decisions.merge(grant.memberId(), grant.at(now), Grants::better);
            }
        }
        return decisions;
    }

    /**
     * When the time began in which grants have covered the channel for each of these members up to now, without a break;
     * now itself for whom none does.
     */
    public Map<String, Instant> unbrokenSince(String communityId, Collection<String> memberIds, String channelId) {
        Instant now = clock.instant();
        List<String> opening = ChannelResource.opening(channelId);
        Map<String, Instant> since = new HashMap<>();
        memberIds.forEach(memberId -> since.put(memberId, now));
        of(communityId, memberIds).stream()
                .filter(grant -> opening.contains(grant.resource()))
                .sorted(Comparator.comparing(HeldGrant::end).reversed())
                .forEach(grant -> since.computeIfPresent(grant.memberId(), (_, begin) -> grant.extend(begin)));
        return since;
    }

    /** Every resource that some grant of the member covers now. */
    public Set<String> held(String communityId, String memberId) {
        Instant now = clock.instant();
        Set<String> held = new HashSet<>();
        for (HeldGrant grant : of(communityId, Set.of(memberId))) {
            if (grant.at(now) == Decision.ALLOWED) {
                held.add(grant.resource());
            }
        }
        return held;
    }

    private List<HeldGrant> of(String communityId, Collection<String> memberIds) {
        return mongo.find(
                query(where("communityId").is(communityId).and("memberId").in(memberIds)), HeldGrant.class);
    }

    private static Decision better(Decision one, Decision other) {
        return Comparator.<Decision>naturalOrder().compare(one, other) <= 0 ? one : other;
    }
}
