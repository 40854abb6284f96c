/** What it all means: every event in a lake, and the questions that are asked of it. */
@NullMarked
package io.guildhall.analytics;

import org.jspecify.annotations.NullMarked;
