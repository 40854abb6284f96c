@NullMarked
package io.guildhall.platform.testing.architecture.good.course.outline;

import org.jspecify.annotations.NullMarked;
