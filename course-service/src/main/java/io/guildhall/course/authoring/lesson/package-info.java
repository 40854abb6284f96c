/** What a learner reads: the text of each lesson, rendered and cleaned once, when its fact arrives. */
@NullMarked
package io.guildhall.course.authoring.lesson;

import org.jspecify.annotations.NullMarked;
