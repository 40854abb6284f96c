@NullMarked
package io.guildhall.platform.testing.architecture.bad.everyaggregateapplieswhatitnames;

import org.jspecify.annotations.NullMarked;
