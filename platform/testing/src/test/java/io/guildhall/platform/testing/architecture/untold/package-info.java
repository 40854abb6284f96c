@NullMarked
package io.guildhall.platform.testing.architecture.untold;

import org.jspecify.annotations.NullMarked;
