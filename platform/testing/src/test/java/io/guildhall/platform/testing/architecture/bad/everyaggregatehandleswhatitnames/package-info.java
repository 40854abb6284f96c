@NullMarked
package io.guildhall.platform.testing.architecture.bad.everyaggregatehandleswhatitnames;

import org.jspecify.annotations.NullMarked;
