package io.guildhall.course.rating;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** Read model: somebody who is enrolled in a course, and whether it was completed. */
@Document("course_rater")
record Rater(@Id String ratingId, boolean completed) {}
