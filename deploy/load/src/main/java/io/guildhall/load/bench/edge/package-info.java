/** Requests through the gateway beside a small program that answers them alone. */
@NullMarked
package io.guildhall.load.bench.edge;

import org.jspecify.annotations.NullMarked;
