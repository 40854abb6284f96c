/** Rating courses over HTTP. */
@NullMarked
package io.guildhall.course.rating.web;

import org.jspecify.annotations.NullMarked;
