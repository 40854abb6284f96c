@NullMarked
package io.guildhall.platform.testing.architecture.bad.dependenciespointtothefeatureroot.course.progress;

import org.jspecify.annotations.NullMarked;
