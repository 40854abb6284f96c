@NullMarked
package io.guildhall.platform.testing.architecture.bad.everyendpointsayswhomaycallit;

import org.jspecify.annotations.NullMarked;
