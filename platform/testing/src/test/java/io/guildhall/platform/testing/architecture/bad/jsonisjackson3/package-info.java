@NullMarked
package io.guildhall.platform.testing.architecture.bad.jsonisjackson3;

import org.jspecify.annotations.NullMarked;
