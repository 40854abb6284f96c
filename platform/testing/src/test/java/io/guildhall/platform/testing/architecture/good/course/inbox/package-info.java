@NullMarked
package io.guildhall.platform.testing.architecture.good.course.inbox;

import org.jspecify.annotations.NullMarked;
