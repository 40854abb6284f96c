@NullMarked
package io.guildhall.platform.testing.architecture.good.course;

import org.jspecify.annotations.NullMarked;
