/** A shop that hears a bakery, whose read model is rebuilt while it sells. */
@NullMarked
package io.guildhall.editions;

import org.jspecify.annotations.NullMarked;
