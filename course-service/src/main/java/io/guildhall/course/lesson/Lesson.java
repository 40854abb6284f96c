package io.guildhall.course.lesson;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Read model: one lesson, ready to be read. Whoever shows it asks first whether its course still has it, and whether
 * the reader may open it.
 *
 * @param html safe to be shown as it is
 */
@Document("lesson")
public record Lesson(@Id String lessonId, String courseId, String communityId, String title, String html) {}
