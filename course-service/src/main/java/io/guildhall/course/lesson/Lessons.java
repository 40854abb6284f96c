package io.guildhall.course.lesson;

import io.guildhall.platform.follow.ReadModel;
import java.util.Optional;
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
}
