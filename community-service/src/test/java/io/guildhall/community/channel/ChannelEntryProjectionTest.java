package io.guildhall.community.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.community.channel.ChannelEvent.ChannelClosed;
import io.guildhall.community.channel.ChannelEvent.ChannelOpened;
import io.guildhall.community.channel.ChannelEvent.ChannelRenamed;
import io.guildhall.community.channel.ChannelEvent.HistoryReachSet;
import io.guildhall.community.channel.ChannelEvent.SlowModeSet;
import io.guildhall.platform.testing.ArrivesTwice;
import io.guildhall.platform.testing.History;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.web.PageQuery;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class ChannelEntryProjectionTest {

    private final MongoTemplate mongo = Servers.mongo(ChannelEntryProjectionTest.class);

    @Test
    void showsTheSameWhenEveryEventArrivesTwice() {
        ArrivesTwice.check(
                mongo,
                ChannelEntryProjection::new,
                new History()
                        .own(
                                new ChannelOpened("chn_1", "com_1", "Talk", "About it", Audience.MEMBERS),
                                new ChannelOpened("chn_2", "com_1", "News", "", Audience.PUBLIC),
                                new ChannelOpened("chn_3", "com_2", "Elsewhere", "", Audience.PUBLIC),
                                new ChannelRenamed("chn_1", "com_1", "Small talk", "About nothing"),
                                new SlowModeSet("chn_1", "com_1", 30),
                                new HistoryReachSet("chn_1", "com_1", HistoryReach.SINCE_JOINING),
                                new ChannelClosed("chn_2", "com_1")));

        var channels = new Channels(mongo);
        assertThat(channels.page("com_1", new PageQuery(10, null)).items())
                .containsExactly(
                        new ChannelEntry(
                                "chn_1",
                                "com_1",
                                1,
                                "Small talk",
                                "About nothing",
                                Audience.MEMBERS,
                                false,
                                30,
                                HistoryReach.SINCE_JOINING),
                        new ChannelEntry("chn_2", "com_1", 2, "News", "", Audience.PUBLIC, true, null, null));
        assertThat(channels.find("com_1", "chn_3")).isEmpty();
    }
}
