package io.guildhall.member.notice.list;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.problem.BadField;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Finds the notices of members; they follow the facts after a moment. */
@Component
public class Notices {

    private static final String PLACE = "[0-9]{15}-ntc_[0-9a-f]{32}";

    private final MongoOperations mongo;

    Notices(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** One of the member's own. */
    public Optional<ListedNotice> find(String memberId, String noticeId) {
        return Optional.ofNullable(mongo.findOne(ReadModel.byId(noticeId), ListedNotice.class))
                .filter(notice -> notice.memberId().equals(memberId));
    }

    /** Newest first. */
    public Page<ListedNotice> of(String memberId, PageQuery page) {
        var wanted = where("memberId").is(memberId);
        if (page.after() != null) {
            if (!page.after().matches(PLACE)) {
                throw BadField.value("after", "invalid-value");
            }
            wanted = wanted.and("place").lt(page.after());
        }
        var newestFirst = Sort.by(Sort.Direction.DESC, "place");
        List<ListedNotice> found = mongo.find(query(wanted).with(newestFirst).limit(page.fetch()), ListedNotice.class);
        return Page.of(found, page, ListedNotice::place);
    }

    /** The moment up to which the member has read all. */
    public Instant readUpTo(String memberId) {
        ReadUpTo mark = mongo.findOne(ReadModel.byId(memberId), ReadUpTo.class);
        return mark == null ? Instant.EPOCH : mark.upTo();
    }

    /** How many the member has not read; counts no further than {@code most}. */
    public int unread(String memberId, int most) {
        var unread = where("memberId")
                .is(memberId)
                .and("unread")
                .is(true)
                .and("givenAt")
                .gt(readUpTo(memberId));
        return mongo.find(query(unread).limit(most), ListedNotice.class).size();
    }
}
