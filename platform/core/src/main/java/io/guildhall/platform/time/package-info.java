/** The time that events and due dates see; the local stack and tests can move it forward. */
@NullMarked
package io.guildhall.platform.time;

import org.jspecify.annotations.NullMarked;
