@NullMarked
package io.guildhall.platform.testing.architecture.bad.queriesaretyped;

import org.jspecify.annotations.NullMarked;
