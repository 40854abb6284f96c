/** Plays another service in the tests of the architecture rules. */
@NullMarked
package io.guildhall.elsewhere;

import org.jspecify.annotations.NullMarked;
