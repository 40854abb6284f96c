/** Reading over HTTP. */
@NullMarked
package io.guildhall.course.lesson.web;

import org.jspecify.annotations.NullMarked;
