@NullMarked
package io.guildhall.platform.testing.architecture.bad.aggregatesaresnapshotted;

import org.jspecify.annotations.NullMarked;
