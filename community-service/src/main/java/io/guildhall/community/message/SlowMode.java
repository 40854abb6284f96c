package io.guildhall.community.message;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.community.channel.ChannelAccess;
import io.guildhall.community.channel.ChannelEntry;
import io.guildhall.platform.log.EventLogs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Lets a member say one message in a slow channel's time, whichever instances he says them at; staff is not slowed. A
 * message that is sent again is not a second one.
 */
@Component
class SlowMode {

    private final MongoOperations mongo;
    private final InstantSource clock;
    private final ChannelAccess access;
    private final EventLogs logs;

    SlowMode(MongoOperations mongo, InstantSource clock, ChannelAccess access, EventLogs logs) {
        this.mongo = mongo;
        this.clock = clock;
        this.access = access;
        this.logs = logs;
    }

    /** @throws ChannelIsSlow when the member has to wait */
    void pass(ChannelEntry channel, String memberId, String messageId) {
        Duration pause = channel.slowMode();
        if (pause.isZero() || access.isStaff(channel.communityId(), memberId) || wasSaid(messageId)) {
            return;
        }
        String id = ReadMark.id(channel.channelId(), memberId);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var free = new Criteria()
                .orOperator(where("messageId").is(messageId), where("at").lte(now.minus(pause)));
        try {
            mongo.upsert(
                    query(where("_id").is(id).andOperator(free)),
                    new Update().set("messageId", messageId).set("at", now),
                    LastSaid.class);
        } catch (DuplicateKeyException _) {
            LastSaid last = mongo.findById(id, LastSaid.class);
            throw new ChannelIsSlow(now, (last == null ? now : last.at()).plus(pause));
        }
    }

    private boolean wasSaid(String messageId) {
        return logs.byCommand(MessageStream.postingOf(messageId)).isPresent();
    }
}
