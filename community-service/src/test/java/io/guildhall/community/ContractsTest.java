package io.guildhall.community;

import io.guildhall.community.channel.Audience;
import io.guildhall.community.channel.ChannelEvent.ChannelClosed;
import io.guildhall.community.channel.ChannelEvent.ChannelOpened;
import io.guildhall.community.channel.ChannelEvent.ChannelRenamed;
import io.guildhall.community.channel.ChannelEvent.HistoryReachSet;
import io.guildhall.community.channel.ChannelEvent.SlowModeSet;
import io.guildhall.community.channel.HistoryReach;
import io.guildhall.community.message.MessageEvent.MessageDeleted;
import io.guildhall.community.message.MessageEvent.MessageEdited;
import io.guildhall.community.message.MessageEvent.MessagePosted;
import io.guildhall.community.message.MessageEvent.MessageReacted;
import io.guildhall.community.message.MessageEvent.ReactionWithdrawn;
import io.guildhall.community.survey.ReplyEvent.SurveyAnswered;
import io.guildhall.community.survey.SurveyEvent.SurveyClosed;
import io.guildhall.community.survey.SurveyEvent.SurveyOpened;
import io.guildhall.platform.testing.contract.Contracts;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ContractsTest {

    private static final String COMMUNITY = "com_0198c0de000070008000000000000004";
    private static final String CHANNEL = "chn_0198c0de000070008000000000000005";
    private static final String MESSAGE = "msg_0198c0de000080008000000000000006";
    private static final String SURVEY = "srv_0198c0de000070008000000000000007";
    private static final String ADA = "mem_0198c0de000070008000000000000001";
    private static final String BOB = "mem_0198c0de000070008000000000000002";

    @TestFactory
    Stream<DynamicTest> keepsItsContracts() {
        return Contracts.of("io.guildhall.community")
                .with(
                        new ChannelOpened(CHANNEL, COMMUNITY, "Talk", "About everything", Audience.MEMBERS),
                        new ChannelRenamed(CHANNEL, COMMUNITY, "Small talk", "About nothing"),
                        new SlowModeSet(CHANNEL, COMMUNITY, 30),
                        new HistoryReachSet(CHANNEL, COMMUNITY, HistoryReach.SINCE_JOINING),
                        new ChannelClosed(CHANNEL, COMMUNITY),
                        new MessagePosted(CHANNEL, COMMUNITY, MESSAGE, ADA, "local-1", "Hello", List.of(BOB)),
                        new MessageEdited(
                                CHANNEL,
                                COMMUNITY,
                                MESSAGE,
                                ADA,
                                ADA,
                                "Hello, world",
                                "Hello",
                                List.of(BOB),
                                List.of()),
                        new MessageDeleted(CHANNEL, COMMUNITY, MESSAGE, ADA, BOB),
                        new MessageReacted(CHANNEL, COMMUNITY, MESSAGE, ADA, BOB, "👍"),
                        new ReactionWithdrawn(CHANNEL, COMMUNITY, MESSAGE, ADA, BOB, "👍"),
                        new SurveyOpened(SURVEY, COMMUNITY, "Would you recommend us?"),
                        new SurveyAnswered("rpl_0198c0de000080008000000000000008", SURVEY, COMMUNITY, ADA, 5),
                        new SurveyClosed(SURVEY, COMMUNITY))
                .tests();
    }
}
