/**
 * Counts what a run lost or spoiled: compares what clients were told with the event logs, the logs with the topics, and
 * read models with what the log makes of them. Every count has a test in which it is not zero.
 */
@NullMarked
package io.guildhall.platform.testing.checker;

import org.jspecify.annotations.NullMarked;
