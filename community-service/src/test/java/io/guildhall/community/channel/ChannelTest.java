package io.guildhall.community.channel;

import io.guildhall.community.channel.ChannelCommand.CloseChannel;
import io.guildhall.community.channel.ChannelCommand.OpenChannel;
import io.guildhall.community.channel.ChannelCommand.RenameChannel;
import io.guildhall.community.channel.ChannelCommand.SetHistoryReach;
import io.guildhall.community.channel.ChannelCommand.SetSlowMode;
import io.guildhall.community.channel.ChannelEvent.ChannelClosed;
import io.guildhall.community.channel.ChannelEvent.ChannelOpened;
import io.guildhall.community.channel.ChannelEvent.ChannelRenamed;
import io.guildhall.community.channel.ChannelEvent.HistoryReachSet;
import io.guildhall.community.channel.ChannelEvent.SlowModeSet;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.testing.AggregateFixtures;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ChannelTest {

    private static final ChannelOpened OPENED =
            new ChannelOpened("chn_1", "com_1", "Talk", "About it", Audience.MEMBERS);
    private static final ChannelRenamed RENAMED = new ChannelRenamed("chn_1", "com_1", "Small talk", "About it");
    private static final SlowModeSet SLOW = new SlowModeSet("chn_1", "com_1", 30);
    private static final HistoryReachSet SINCE_JOINING =
            new HistoryReachSet("chn_1", "com_1", HistoryReach.SINCE_JOINING);
    private static final ChannelClosed CLOSED = new ChannelClosed("chn_1", "com_1");

    private final FixtureConfiguration<Channel> channel = AggregateFixtures.of(Channel.class);

    @Test
    void survivesASnapshot() {
        AggregateFixtures.survivesASnapshot(Channel.class, OPENED, RENAMED, SLOW, SINCE_JOINING, CLOSED);
    }

    @Test
    void isOpened() {
        channel.givenNoPriorActivity()
                .when(new OpenChannel("chn_1", "com_1", "Talk", "About it", Audience.MEMBERS))
                .expectEvents(OPENED);
    }

    @Test
    void getsAnotherName() {
        channel.given(OPENED)
                .when(new RenameChannel("chn_1", "com_1", "Small talk", "About it"))
                .expectEvents(RENAMED);
    }

    @Test
    void isNotRenamedToWhatItIsCalledAlready() {
        channel.given(OPENED, RENAMED)
                .when(new RenameChannel("chn_1", "com_1", "Small talk", "About it"))
                .expectNoEvents();
    }

    @Test
    void isSlowedDownAndLetGoAgain() {
        channel.given(OPENED).when(new SetSlowMode("chn_1", "com_1", 30)).expectEvents(SLOW);
        AggregateFixtures.of(Channel.class)
                .given(OPENED, SLOW)
                .when(new SetSlowMode("chn_1", "com_1", 30))
                .expectNoEvents();
        AggregateFixtures.of(Channel.class)
                .given(OPENED, SLOW)
                .when(new SetSlowMode("chn_1", "com_1", 0))
                .expectEvents(new SlowModeSet("chn_1", "com_1", 0));
    }

    @Test
    void isNotSlowedDownOnceItIsClosed() {
        channel.given(OPENED, CLOSED)
                .when(new SetSlowMode("chn_1", "com_1", 30))
                .expectException(ChannelIsClosed.class);
    }

    @Test
    void showsWhatWasSaidSinceOneCameAndAllAgain() {
        var sinceJoining = new SetHistoryReach("chn_1", "com_1", HistoryReach.SINCE_JOINING);
        var whole = new SetHistoryReach("chn_1", "com_1", HistoryReach.WHOLE);
        channel.given(OPENED).when(sinceJoining).expectEvents(SINCE_JOINING);
        AggregateFixtures.of(Channel.class).given(OPENED).when(whole).expectNoEvents();
        AggregateFixtures.of(Channel.class)
                .given(OPENED, SINCE_JOINING)
                .when(sinceJoining)
                .expectNoEvents();
        AggregateFixtures.of(Channel.class)
                .given(OPENED, SINCE_JOINING)
                .when(whole)
                .expectEvents(new HistoryReachSet("chn_1", "com_1", HistoryReach.WHOLE));
    }

    @Test
    void isAlwaysSeenAsAWholeWhenItIsPublic() {
        channel.given(new ChannelOpened("chn_1", "com_1", "Talk", "About it", Audience.PUBLIC))
                .when(new SetHistoryReach("chn_1", "com_1", HistoryReach.SINCE_JOINING))
                .expectException(ChannelIsPublic.class);
    }

    @Test
    void keepsWhatItShowsOnceItIsClosed() {
        channel.given(OPENED, CLOSED)
                .when(new SetHistoryReach("chn_1", "com_1", HistoryReach.SINCE_JOINING))
                .expectException(ChannelIsClosed.class);
    }

    @Test
    void isClosedOnce() {
        channel.given(OPENED).when(new CloseChannel("chn_1", "com_1")).expectEvents(CLOSED);
        AggregateFixtures.of(Channel.class)
                .given(OPENED, CLOSED)
                .when(new CloseChannel("chn_1", "com_1"))
                .expectNoEvents();
    }

    @Test
    void keepsItsNameOnceItIsClosed() {
        channel.given(OPENED, CLOSED)
                .when(new RenameChannel("chn_1", "com_1", "Other", "About it"))
                .expectException(ChannelIsClosed.class);
    }

    @Test
    void isNotFoundInAnotherCommunity() {
        channel.given(OPENED).when(new CloseChannel("chn_1", "com_2")).expectException(NotFound.class);
    }
}
