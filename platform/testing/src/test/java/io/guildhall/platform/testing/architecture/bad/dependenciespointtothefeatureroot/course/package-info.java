@NullMarked
package io.guildhall.platform.testing.architecture.bad.dependenciespointtothefeatureroot.course;

import org.jspecify.annotations.NullMarked;
