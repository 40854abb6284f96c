@NullMarked
package io.guildhall.platform.testing.architecture.good.course.policy;

import org.jspecify.annotations.NullMarked;
