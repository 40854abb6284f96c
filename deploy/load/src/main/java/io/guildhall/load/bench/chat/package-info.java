/** Chat beside other chat servers: one room, one load client for all of them, frames of the same size. */
@NullMarked
package io.guildhall.load.bench.chat;

import org.jspecify.annotations.NullMarked;
