/** Benchmarks: each beside its yardstick in one run, so that the ratio means something on any machine. */
@NullMarked
package io.guildhall.load.bench;

import org.jspecify.annotations.NullMarked;
