package io.guildhall.community.survey;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.community.survey.SurveyCommand.CloseSurvey;
import io.guildhall.community.survey.SurveyCommand.OpenSurvey;
import io.guildhall.community.survey.SurveyEvent.SurveyClosed;
import io.guildhall.community.survey.SurveyEvent.SurveyOpened;
import io.guildhall.platform.axon.Snapshotted;
import io.guildhall.platform.problem.NotFound;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** A question is opened once and closed once, in its own community only. */
@Aggregate
@Snapshotted(name = "community.survey", revision = 1)
class Survey {

    @AggregateIdentifier
    private String surveyId;

    private String communityId = "";
    private boolean closed;

    Survey() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(OpenSurvey command) {
        apply(new SurveyOpened(command.surveyId(), command.communityId(), command.question()));
    }

    @CommandHandler
    void handle(CloseSurvey command) {
        if (!command.communityId().equals(communityId)) {
            throw new NotFound();
        }
        if (!closed) {
            apply(new SurveyClosed(surveyId, communityId));
        }
    }

    @EventSourcingHandler
    void on(SurveyEvent event) {
        switch (event) {
            case SurveyOpened opened -> {
                surveyId = opened.surveyId();
                communityId = opened.communityId();
            }
            case SurveyClosed _ -> closed = true;
        }
    }
}
