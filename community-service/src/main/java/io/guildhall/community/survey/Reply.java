package io.guildhall.community.survey;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.community.survey.ReplyCommand.AnswerSurvey;
import io.guildhall.community.survey.ReplyEvent.SurveyAnswered;
import io.guildhall.platform.axon.Snapshotted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** One member's answer to one survey: changed as often as he likes, told only when it changes. */
@Aggregate
@Snapshotted(name = "community.reply", revision = 1)
class Reply {

    @AggregateIdentifier
    private String replyId;

    private int score;

    Reply() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AnswerSurvey command) {
        if (command.score() != score) {
            apply(new SurveyAnswered(
                    command.replyId(), command.surveyId(), command.communityId(), command.memberId(), command.score()));
        }
    }

    @EventSourcingHandler
    void on(ReplyEvent event) {
        switch (event) {
            case SurveyAnswered answered -> {
                replyId = answered.replyId();
                score = answered.score();
            }
        }
    }
}
