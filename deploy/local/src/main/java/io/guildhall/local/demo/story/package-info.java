/** Invents a history: who comes, learns, pays, talks and leaves on which day, the same for the same seed. Sends nothing. */
@NullMarked
package io.guildhall.local.demo.story;

import org.jspecify.annotations.NullMarked;
