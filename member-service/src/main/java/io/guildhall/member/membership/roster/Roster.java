package io.guildhall.member.membership.roster;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.member.membership.MembershipId;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Finds memberships; they follow the facts after a moment. */
@Component
public class Roster {

    private static final int BATCH = 500;

    private final MongoOperations mongo;

    Roster(MongoOperations mongo) {
        this.mongo = mongo;
    }

    public List<RosterEntry> of(String memberId) {
        return mongo.find(query(where("memberId").is(memberId)).with(Sort.by("_id")), RosterEntry.class);
    }

    /** Everybody who is or was a member of a community; in one state, where it is given. */
    public Page<RosterEntry> in(String communityId, @Nullable RosterState state, PageQuery page) {
        return page(where("communityId").is(communityId), state, page);
    }

    /** As {@link #in(String, RosterState, PageQuery)}, but of these people alone. */
    public Page<RosterEntry> in(
            String communityId, Collection<String> memberIds, @Nullable RosterState state, PageQuery page) {
        List<String> ids = memberIds.stream()
                .map(memberId -> MembershipId.of(communityId, memberId))
                .toList();
        return page(where("_id").in(ids), state, page);
    }

    /**
     * As {@link #in(String, RosterState, PageQuery)}, but of each batch only those who are kept: reads on until the page is
     * full, at most the whole community.
     */
    public Page<RosterEntry> sifted(
            String communityId, UnaryOperator<List<RosterEntry>> kept, @Nullable RosterState state, PageQuery page) {
        List<RosterEntry> found = new ArrayList<>();
        String after = page.after();
        List<RosterEntry> batch;
        do {
            batch = some(where("communityId").is(communityId), state, after, BATCH);
            found.addAll(kept.apply(batch));
            after = batch.isEmpty() ? after : batch.getLast().membershipId();
        } while (batch.size() == BATCH && found.size() < page.fetch());
        return page(found.stream().limit(page.fetch()).toList(), page);
    }

    private Page<RosterEntry> page(Criteria who, @Nullable RosterState state, PageQuery page) {
        return page(some(who, state, page.after(), page.fetch()), page);
    }

    private static Page<RosterEntry> page(List<RosterEntry> found, PageQuery page) {
        return Page.of(found, page, RosterEntry::membershipId);
    }

    private List<RosterEntry> some(Criteria who, @Nullable RosterState state, @Nullable String after, int limit) {
        List<Criteria> wanted = new ArrayList<>(List.of(who));
        if (state != null) {
            wanted.add(state.condition());
        }
        if (after != null) {
            wanted.add(where("_id").gt(after));
        }
        Query query = query(new Criteria().andOperator(wanted)).with(Sort.by("_id"));
        return mongo.find(query.limit(limit), RosterEntry.class);
    }
}
