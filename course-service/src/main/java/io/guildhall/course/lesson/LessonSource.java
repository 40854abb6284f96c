package io.guildhall.course.lesson;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** Read model: what its author wrote of a lesson, for those alone who work on its course. */
@Document("lesson_source")
record LessonSource(@Id String lessonId, String courseId, String communityId, String markdown) {}
