/** Load on a whole stack through its gateway, faults in it, and what must be left of it all in the end. */
@NullMarked
package io.guildhall.load;

import org.jspecify.annotations.NullMarked;
