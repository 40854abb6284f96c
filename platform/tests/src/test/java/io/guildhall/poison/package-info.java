/** A service that is fed whatever a topic and a log may hold, and must go on. */
@NullMarked
package io.guildhall.poison;

import org.jspecify.annotations.NullMarked;
