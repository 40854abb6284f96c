/** Records that do not fit what is published. */
@NullMarked
package io.guildhall.platform.testing.contract.deaf;

import org.jspecify.annotations.NullMarked;
