/** Tells an invented history to a stack: by commands over HTTP, on its moved clock, from months ago until now. */
@NullMarked
package io.guildhall.local.demo.history;

import org.jspecify.annotations.NullMarked;
