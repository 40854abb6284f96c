package io.guildhall.community.channel;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.problem.BadField;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Finds the channels of a community. */
@Component
public class Channels {

    private final MongoOperations mongo;

    Channels(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** The channel if it is of this community. */
    public Optional<ChannelEntry> find(String communityId, String channelId) {
        return Optional.ofNullable(mongo.findOne(ReadModel.byId(channelId), ChannelEntry.class))
                .filter(channel -> channel.communityId().equals(communityId));
    }

    /** In the order in which they were opened. */
    public Page<ChannelEntry> page(String communityId, PageQuery page) {
        var query = query(where("communityId").is(communityId).and("place").gt(placeBefore(page)))
                .with(Sort.by("place"))
                .limit(page.fetch());
        return Page.of(mongo.find(query, ChannelEntry.class), page, channel -> Long.toString(channel.place()));
    }

    private static long placeBefore(PageQuery page) {
        if (page.after() == null) {
            return 0;
        }
        if (!page.after().matches("[0-9]{1,18}")) {
            throw BadField.value("after", "invalid-value");
        }
        return Long.parseLong(page.after());
    }
}
