/** A service of one aggregate behind real HTTP, on which keys, positions and limits are tried. */
@NullMarked
package io.guildhall.edge;

import org.jspecify.annotations.NullMarked;
