package io.guildhall.course.rating;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.course.rating.RatingCommand.GiveRating;
import io.guildhall.course.rating.RatingEvent.RatingGiven;
import io.guildhall.platform.axon.Snapshotted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * One member's rating of one course. The same stars are told once where no comment comes or goes; a comment is told each
 * time, since none is kept here to compare it with: a snapshot would outlive its erasure.
 */
@Aggregate
@Snapshotted(name = "course.rating", revision = 1)
class CourseRating {

    @AggregateIdentifier
    private String ratingId;

    private int stars;
    private boolean commented;

    CourseRating() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GiveRating command) {
        if (command.stars() != stars || command.comment() != null || commented) {
            apply(new RatingGiven(
                    command.ratingId(),
                    command.communityId(),
                    command.courseId(),
                    command.memberId(),
                    command.stars(),
                    command.comment()));
        }
    }

    @EventSourcingHandler
    void on(RatingEvent event) {
        switch (event) {
            case RatingGiven given -> {
                ratingId = given.ratingId();
                stars = given.stars();
                commented = given.comment() != null;
            }
        }
    }
}
