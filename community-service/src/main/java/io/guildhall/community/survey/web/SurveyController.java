package io.guildhall.community.survey.web;

import io.guildhall.community.access.Grants;
import io.guildhall.community.survey.MembersOnly;
import io.guildhall.community.survey.ReplyCommand.AnswerSurvey;
import io.guildhall.community.survey.SurveyCommand.CloseSurvey;
import io.guildhall.community.survey.SurveyCommand.OpenSurvey;
import io.guildhall.community.survey.SurveyEntry;
import io.guildhall.community.survey.SurveyIsClosed;
import io.guildhall.community.survey.Surveys;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.idempotency.RequestIds;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.RoleIn;
import io.guildhall.platform.security.Roles;
import io.guildhall.platform.security.SignedIn;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets owners ask one question and members answer it. */
@RestController
@RequestMapping("/api/communities/{communityId}/surveys")
@Tag(name = "Surveys", description = "One question, answered with a score from 1 to 5")
class SurveyController {

    record OpenedSurvey(String surveyId) {}

    /** @param myScore what the asking member answers at present */
    record SurveyView(
            String surveyId,
            String question,
            boolean closed,
            @Nullable Integer myScore) {}

    /** @param scores how many members answer with which score */
    record ResultsView(Map<Integer, Long> scores) {}

    private final Commands commands;
    private final Surveys surveys;
    private final Grants grants;
    private final Roles roles;

    SurveyController(Commands commands, Surveys surveys, Grants grants, Roles roles) {
        this.commands = commands;
        this.surveys = surveys;
        this.grants = grants;
        this.roles = roles;
    }

    @PostMapping
    @RoleIn("owner")
    @Operation(summary = "Open a survey", description = "One question to all members.")
    ResponseEntity<OpenedSurvey> open(@PathVariable String communityId, @Valid @RequestBody QuestionRequest request) {
        var command = new OpenSurvey(RequestIds.next("srv"), communityId, request.question());
        commands.send(command);
        return ResponseEntity.created(URI.create("/api/communities/" + communityId + "/surveys/" + command.surveyId()))
                .body(new OpenedSurvey(command.surveyId()));
    }

    @GetMapping
    @SignedIn
    @Operation(summary = "List surveys", description = "Oldest first, each with what you answer.")
    Page<SurveyView> list(@PathVariable String communityId, PageQuery page, Actor actor) {
        Page<SurveyEntry> found = surveys.page(communityId, page);
        Map<String, Integer> scores = surveys.scores(actor.id(), found.items());
        return found.map(survey ->
                new SurveyView(survey.surveyId(), survey.question(), survey.closed(), scores.get(survey.surveyId())));
    }

    @PutMapping("/{surveyId}/answer")
    @SignedIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Answer a survey", description = "With a score from 1 to 5; the last answer counts.")
    void answer(
            @PathVariable String communityId,
            @PathVariable String surveyId,
            @Valid @RequestBody AnswerRequest request,
            Actor actor) {
        SurveyEntry survey = surveys.find(communityId, surveyId).orElseThrow(NotFound::new);
        if (!roles.has(actor.id(), communityId, "owner", "author", "moderator")
                && grants.held(communityId, actor.id()).isEmpty()) {
            throw new MembersOnly();
        }
        if (survey.closed()) {
            throw new SurveyIsClosed();
        }
        commands.send(AnswerSurvey.of(surveyId, communityId, actor.id(), request.score()));
    }

    @PostMapping("/{surveyId}/closure")
    @RoleIn("owner")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Close a survey", description = "Nobody answers from then on.")
    void close(@PathVariable String communityId, @PathVariable String surveyId) {
        commands.send(new CloseSurvey(surveyId, communityId));
    }

    @GetMapping("/{surveyId}/results")
    @RoleIn({"owner", "moderator"})
    @Operation(summary = "Count the answers", description = "Each member's last one.")
    ResultsView results(@PathVariable String communityId, @PathVariable String surveyId) {
        SurveyEntry survey = surveys.find(communityId, surveyId).orElseThrow(NotFound::new);
        return new ResultsView(surveys.scores(survey.surveyId()));
    }
}
