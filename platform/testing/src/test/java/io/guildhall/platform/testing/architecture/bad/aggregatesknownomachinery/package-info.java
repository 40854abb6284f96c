@NullMarked
package io.guildhall.platform.testing.architecture.bad.aggregatesknownomachinery;

import org.jspecify.annotations.NullMarked;
