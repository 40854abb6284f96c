/** The guildhall command: what a person types, and what is printed for it. */
@NullMarked
package io.guildhall.local.cli;

import org.jspecify.annotations.NullMarked;
