/** How many requests a caller may make. */
@NullMarked
package io.guildhall.gateway.limit;

import org.jspecify.annotations.NullMarked;
