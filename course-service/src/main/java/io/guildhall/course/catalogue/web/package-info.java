/** Finding courses over HTTP. */
@NullMarked
package io.guildhall.course.catalogue.web;

import org.jspecify.annotations.NullMarked;
