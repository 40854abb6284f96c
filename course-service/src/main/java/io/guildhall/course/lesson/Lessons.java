package io.guildhall.course.lesson;

import io.guildhall.platform.follow.ReadModel;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Finds lessons. */
@Component
public class Lessons {

    private final MongoOperations mongo;

    Lessons(MongoOperations mongo) {
        this.mongo = mongo;
    }

    public Optional<Lesson> find(String lessonId) {
        return Optional.ofNullable(mongo.findOne(ReadModel.byId(lessonId), Lesson.class));
    }

    /** What was written of these lessons, in Markdown, by their ids. */
    public Map<String, String> sources(Collection<String> lessonIds) {
        return mongo.find(ReadModel.byId(lessonIds.toArray()), LessonSource.class).stream()
                .collect(Collectors.toMap(LessonSource::lessonId, LessonSource::markdown));
    }
}
