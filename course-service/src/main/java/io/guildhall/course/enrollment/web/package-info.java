/** Learning over HTTP. */
@NullMarked
package io.guildhall.course.enrollment.web;

import org.jspecify.annotations.NullMarked;
