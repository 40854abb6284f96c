package io.guildhall.community.survey;

import io.guildhall.community.survey.ReplyCommand.AnswerSurvey;
import io.guildhall.community.survey.ReplyEvent.SurveyAnswered;
import io.guildhall.community.survey.SurveyCommand.CloseSurvey;
import io.guildhall.community.survey.SurveyCommand.OpenSurvey;
import io.guildhall.community.survey.SurveyEvent.SurveyClosed;
import io.guildhall.community.survey.SurveyEvent.SurveyOpened;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.testing.AggregateFixtures;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class SurveyTest {

    private static final SurveyOpened OPENED = new SurveyOpened("srv_1", "com_1", "Would you recommend us?");
    private static final SurveyClosed CLOSED = new SurveyClosed("srv_1", "com_1");
    private static final AnswerSurvey FIVE = AnswerSurvey.of("srv_1", "com_1", "mem_ada", 5);
    private static final SurveyAnswered ANSWERED = new SurveyAnswered(FIVE.replyId(), "srv_1", "com_1", "mem_ada", 5);

    private final FixtureConfiguration<Survey> survey = AggregateFixtures.of(Survey.class);
    private final FixtureConfiguration<Reply> reply = AggregateFixtures.of(Reply.class);

    @Test
    void surviveSnapshots() {
        AggregateFixtures.survivesASnapshot(Survey.class, OPENED, CLOSED);
        AggregateFixtures.survivesASnapshot(Reply.class, ANSWERED);
    }

    @Test
    void isOpenedAndClosedOnce() {
        survey.givenNoPriorActivity()
                .when(new OpenSurvey("srv_1", "com_1", "Would you recommend us?"))
                .expectEvents(OPENED);
        AggregateFixtures.of(Survey.class)
                .given(OPENED)
                .when(new CloseSurvey("srv_1", "com_1"))
                .expectEvents(CLOSED);
        AggregateFixtures.of(Survey.class)
                .given(OPENED, CLOSED)
                .when(new CloseSurvey("srv_1", "com_1"))
                .expectNoEvents();
    }

    @Test
    void isNotFoundInAnotherCommunity() {
        survey.given(OPENED).when(new CloseSurvey("srv_1", "com_2")).expectException(NotFound.class);
    }

    @Test
    void anAnswerIsToldWhenItChanges() {
        reply.givenNoPriorActivity().when(FIVE).expectEvents(ANSWERED);
        AggregateFixtures.of(Reply.class).given(ANSWERED).when(FIVE).expectNoEvents();
        AggregateFixtures.of(Reply.class)
                .given(ANSWERED)
                .when(AnswerSurvey.of("srv_1", "com_1", "mem_ada", 2))
                .expectEvents(new SurveyAnswered(FIVE.replyId(), "srv_1", "com_1", "mem_ada", 2));
    }
}
