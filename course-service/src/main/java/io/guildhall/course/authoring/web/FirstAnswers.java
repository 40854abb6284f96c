package io.guildhall.course.authoring.web;

import io.guildhall.course.authoring.CourseEvent.CourseDrafted;
import io.guildhall.course.authoring.CourseEvent.CourseRevised;
import io.guildhall.platform.axon.Answer;
import io.guildhall.platform.event.EventCodec;
import io.guildhall.platform.event.EventRegistry;
import io.guildhall.platform.log.CommitStore;
import io.guildhall.platform.log.StoredEvent;
import org.springframework.stereotype.Component;

/** A request that comes again brings new ids with it; what counts are the ids that were stored the first time. */
@Component
class FirstAnswers {

    private final CommitStore log;
    private final EventRegistry events;
    private final EventCodec codec;

    FirstAnswers(CommitStore log, EventRegistry events, EventCodec codec) {
        this.log = log;
        this.events = events;
        this.codec = codec;
    }

    /** @param now what this request drafted, unless it came before */
    Drafted of(Answer answer, Drafted now) {
        if (!answer.repeated() || answer.position() == null) {
            return now;
        }
        var commit = log.containing(answer.position().number()).orElseThrow();
        return switch (read(commit.events().getFirst())) {
            case CourseDrafted drafted -> new Drafted(drafted.courseId(), drafted.lessons());
            case CourseRevised revised -> new Drafted(revised.courseId(), revised.lessons());
            default -> throw new IllegalStateException("This commit drafts nothing: " + answer.position());
        };
    }

    private Object read(StoredEvent event) {
        var type = events.byName(event.name()).orElseThrow();
        return codec.read(event.payload(), type.type());
    }
}
