package io.guildhall.platform.security;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.data.mongodb.core.MongoOperations;

/** Who holds which role, as this service has heard; a withdrawal acts within a few seconds of being heard. */
public final class Roles {

    static final Duration REMEMBERED = Duration.ofSeconds(2);

    private static final String OPERATOR = "operator";
    private static final int MOST_MEMBERS = 10_000;

    private final MongoOperations mongo;
    private final Cache<String, Map<String, Set<String>>> byMember;

    Roles(MongoOperations mongo, Ticker ticker) {
        this.mongo = mongo;
        this.byMember = Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(MOST_MEMBERS)
                .ticker(ticker)
                .build();
    }

    /** Whether the member holds at least one of these roles in the community. */
    public boolean has(String memberId, String communityId, String... anyOf) {
        Set<String> held = of(memberId, communityId);
        for (String role : anyOf) {
            if (held.contains(role)) {
                return true;
            }
        }
        return false;
    }

    public boolean operator(String memberId) {
        return of(memberId, RoleHolding.INSTALLATION).contains(OPERATOR);
    }

    /** The member's roles in the community, without those of the whole installation. */
    public Set<String> of(String memberId, String communityId) {
        return byMember.get(memberId, this::read).getOrDefault(communityId, Set.of());
    }

    private Map<String, Set<String>> read(String memberId) {
        Collection<RoleHolding> holdings =
                mongo.find(query(where("memberId").is(memberId).and("held").is(true)), RoleHolding.class);
        Map<String, Set<String>> roles = new HashMap<>();
        for (RoleHolding holding : holdings) {
            roles.computeIfAbsent(holding.communityId(), _ -> new HashSet<>()).add(holding.role());
        }
        return roles;
    }
}
