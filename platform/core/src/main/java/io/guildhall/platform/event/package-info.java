/** The names under which events are stored and published, and their JSON. */
@NullMarked
package io.guildhall.platform.event;

import org.jspecify.annotations.NullMarked;
