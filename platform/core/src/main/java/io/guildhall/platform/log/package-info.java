/** The event log: one document per commit, dense positions, two kinds of append. */
@NullMarked
package io.guildhall.platform.log;

import org.jspecify.annotations.NullMarked;
