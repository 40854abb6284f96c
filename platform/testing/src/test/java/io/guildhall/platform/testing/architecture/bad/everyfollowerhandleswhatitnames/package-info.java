@NullMarked
package io.guildhall.platform.testing.architecture.bad.everyfollowerhandleswhatitnames;

import org.jspecify.annotations.NullMarked;
