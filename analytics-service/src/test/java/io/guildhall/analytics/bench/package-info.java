/** Benchmarks of the lake and of the metrics over it; {@code deploy/load/bench} runs them. */
@NullMarked
package io.guildhall.analytics.bench;

import org.jspecify.annotations.NullMarked;
