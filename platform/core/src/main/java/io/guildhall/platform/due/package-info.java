/** Commands that wait for a date: durable, moved with the movable clock, done once however many instances look. */
@NullMarked
package io.guildhall.platform.due;

import org.jspecify.annotations.NullMarked;
