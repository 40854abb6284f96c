/** The rules of {@code style.md} that a machine can check, for every service alike. */
@NullMarked
package io.guildhall.platform.testing.architecture;

import org.jspecify.annotations.NullMarked;
