/** Tests of the whole stack as separate processes, through its gateway. */
@NullMarked
package io.guildhall.load;

import org.jspecify.annotations.NullMarked;
