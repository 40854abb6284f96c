@NullMarked
package io.guildhall.platform.testing.architecture.good.course.web;

import org.jspecify.annotations.NullMarked;
