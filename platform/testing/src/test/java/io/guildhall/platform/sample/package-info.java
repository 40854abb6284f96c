/** Endpoints of every kind, on which problems, strict JSON and authorization are tried. */
@NullMarked
package io.guildhall.platform.sample;

import org.jspecify.annotations.NullMarked;
