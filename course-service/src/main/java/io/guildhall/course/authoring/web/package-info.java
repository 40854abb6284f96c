/** Writing courses over HTTP. */
@NullMarked
package io.guildhall.course.authoring.web;

import org.jspecify.annotations.NullMarked;
