package io.guildhall.community.channel;

import io.guildhall.community.access.ChannelResource;
import io.guildhall.community.access.Decision;
import io.guildhall.community.access.EntitlementRequired;
import io.guildhall.community.access.Grants;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Roles;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Decides who may use a channel now: everybody if it is public, who has a role in its community, who holds a grant. */
@Component
public class ChannelAccess {

    private static final String[] STAFF = {"owner", "author", "moderator"};

    private final Channels channels;
    private final Grants grants;
    private final Roles roles;

    ChannelAccess(Channels channels, Grants grants, Roles roles) {
        this.channels = channels;
        this.grants = grants;
        this.roles = roles;
    }

    /**
     * The channel, for a member who may use it.
     *
     * @throws NotFound when the community has no such channel
     * @throws EntitlementRequired when the member may not use it
     */
    public ChannelEntry require(String communityId, String memberId, String channelId) {
        ChannelEntry channel = channels.find(communityId, channelId).orElseThrow(NotFound::new);
        Decision decision = decide(channel, memberId);
        if (decision != Decision.ALLOWED) {
            throw new EntitlementRequired(decision, channelId);
        }
        return channel;
    }

    /**
     * As {@link #require}, for changing what is said in it.
     *
     * @throws ChannelIsClosed when nothing is said in it any more
     */
    public ChannelEntry requireOpen(String communityId, String memberId, String channelId) {
        ChannelEntry channel = require(communityId, memberId, channelId);
        if (channel.closed()) {
            throw new ChannelIsClosed();
        }
        return channel;
    }

    public Decision decide(ChannelEntry channel, String memberId) {
        return isOpenTo(channel, memberId)
                ? Decision.ALLOWED
                : grants.decide(channel.communityId(), memberId, channel.channelId());
    }

    /** The same for many members at once. */
    public Map<String, Decision> decide(ChannelEntry channel, Collection<String> memberIds) {
        Map<String, Decision> granted = channel.audience() == Audience.PUBLIC
                ? Map.of()
                : grants.decide(channel.communityId(), memberIds, channel.channelId());
        Map<String, Decision> decisions = new HashMap<>();
        for (String memberId : memberIds) {
            Decision byGrant = granted.getOrDefault(memberId, Decision.NO_GRANT);
            decisions.put(memberId, isOpenTo(channel, memberId) ? Decision.ALLOWED : byGrant);
        }
        return decisions;
    }

    /** Which channels of one community the member may use now, for a list of them. */
    public Predicate<ChannelEntry> usableBy(String communityId, String memberId) {
        boolean staff = isStaff(communityId, memberId);
        Set<String> held = grants.held(communityId, memberId);
        return channel -> staff
                || channel.audience() == Audience.PUBLIC
                || ChannelResource.opening(channel.channelId()).stream().anyMatch(held::contains);
    }

    /**
     * The time since which each of these members may see what is said; who is absent sees it all. Theirs is the beginning
     * of the unbroken time in which grants have covered the channel; staff sees all.
     */
    public Map<String, Instant> seeSince(ChannelEntry channel, Collection<String> memberIds) {
        if (channel.historyReach() == HistoryReach.WHOLE) {
            return Map.of();
        }
        List<String> readers = memberIds.stream()
                .filter(memberId -> !isStaff(channel.communityId(), memberId))
                .toList();
        return grants.unbrokenSince(channel.communityId(), readers, channel.channelId());
    }

    /** Whether the member works for the community. */
    public boolean isStaff(String communityId, String memberId) {
        return roles.has(memberId, communityId, STAFF);
    }

    /** Whether the member may change what others said. */
    public boolean isModerator(String communityId, String memberId) {
        return roles.has(memberId, communityId, "owner", "moderator");
    }

    private boolean isOpenTo(ChannelEntry channel, String memberId) {
        return channel.audience() == Audience.PUBLIC || isStaff(channel.communityId(), memberId);
    }
}
