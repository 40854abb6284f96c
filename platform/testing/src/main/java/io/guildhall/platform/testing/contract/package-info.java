/** Keeps published events and endpoints as they were promised, and what is stored readable for ever. */
@NullMarked
package io.guildhall.platform.testing.contract;

import org.jspecify.annotations.NullMarked;
