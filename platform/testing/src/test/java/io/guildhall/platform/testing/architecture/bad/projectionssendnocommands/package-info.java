@NullMarked
package io.guildhall.platform.testing.architecture.bad.projectionssendnocommands;

import org.jspecify.annotations.NullMarked;
