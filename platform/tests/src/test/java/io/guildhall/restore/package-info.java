/** A tower whose bells a village hears: one service's log or topic is lost and made anew from the other. */
@NullMarked
package io.guildhall.restore;

import org.jspecify.annotations.NullMarked;
