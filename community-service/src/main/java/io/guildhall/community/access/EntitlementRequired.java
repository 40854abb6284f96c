package io.guildhall.community.access;

import io.guildhall.platform.problem.Refusal;
import java.util.List;
import java.util.Map;

/** The member may not use this channel: says why, and what would open it, and nothing of what is said in it. */
public final class EntitlementRequired extends Refusal {

    private final transient Decision decision;
    private final transient List<String> opens;

    public EntitlementRequired(Decision decision, String channelId) {
        super(Kind.FORBIDDEN);
        this.decision = decision;
        this.opens = ChannelResource.opening(channelId);
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("reason", decision.text(), "opens", opens);
    }
}
